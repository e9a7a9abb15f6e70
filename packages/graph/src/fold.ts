/** Most machines named on one node or edge; `machineCount` tells how many there are. */
const namedMachines = 100;

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

export function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** By code unit, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function mostMachines(machines: ReadonlySet<string | undefined>): { machines: string[]; machineCount: number } {
  const known = [...machines].filter((machine) => machine !== undefined).sort(compareText);
  return { machines: known.slice(0, namedMachines), machineCount: known.length };
}

/** Agents' numbers have up to 53 bits each: their sum stops there, as the contract's whole numbers do. */
export function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return Math.min(
    Number.MAX_SAFE_INTEGER,
    items.reduce((total, item) => total + of(item), 0),
  );
}
