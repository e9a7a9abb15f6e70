/** What the agent reads of `/proc/<pid>/stat`. Source: proc_pid_stat(5). */
export interface ProcStat {
  readonly comm: string;
  readonly parentPid: number;
  readonly groupId: number;
  readonly sessionId: number;
  /** Ticks of 10 ms since boot. */
  readonly startTicks: number;
}

/** The name stands in parentheses and may hold anything, parentheses and newlines too: the last one closes it. Pure. */
export function parseProcStat(text: string): ProcStat | undefined {
  const [open, close] = [text.indexOf('('), text.lastIndexOf(')')];
  if (open === -1 || close < open) return undefined;
  const fields = text.slice(close + 2).split(' ');
  const [parentPid, groupId, sessionId, startTicks] = [1, 2, 3, 19].map((at) => Number(fields[at] ?? 'absent'));
  if (parentPid === undefined || groupId === undefined || sessionId === undefined || startTicks === undefined) return undefined;
  if (![parentPid, groupId, sessionId, startTicks].every(Number.isSafeInteger)) return undefined;
  return { comm: text.slice(open + 1, close), parentPid, groupId, sessionId, startTicks };
}
