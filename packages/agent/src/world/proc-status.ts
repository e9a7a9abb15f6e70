/** What the agent reads of `/proc/<pid>/status`. */
export interface ProcStatus {
  readonly uid: number;
  readonly euid: number;
  readonly gid: number;
  readonly tracerPid: number | undefined;
}

/** Pure. Undefined when the ids are not there. */
export function parseProcStatus(text: string): ProcStatus | undefined {
  const uids = /^Uid:\t(\d+)\t(\d+)/m.exec(text);
  const gid = /^Gid:\t(\d+)/m.exec(text)?.[1];
  if (uids === null || gid === undefined) return undefined;
  const tracerPid = Number(/^TracerPid:\t(\d+)/m.exec(text)?.[1] ?? 0);
  return { uid: Number(uids[1]), euid: Number(uids[2]), gid: Number(gid), tracerPid: tracerPid === 0 ? undefined : tracerPid };
}
