interface OnMachines {
  readonly machines: readonly string[];
  readonly machineCount: number;
}

export interface KnownMachines {
  readonly ids: readonly string[];
  /** At least this many: the server sends the first hundred ids of each, and where lists were cut they may overlap. */
  readonly count: number;
}

/** The machines of several nodes or edges together. */
export function machinesOf(members: readonly OnMachines[]): KnownMachines {
  const ids = [...new Set(members.flatMap(({ machines }) => machines))];
  return { ids, count: Math.max(ids.length, ...members.map(({ machineCount }) => machineCount)) };
}
