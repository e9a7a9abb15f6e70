import { readFileSync } from 'node:fs';

/** Who a process is. A pid alone may be reused; with its start time and the boot it names one process for good. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks after boot. Source: field 22 of `/proc/<pid>/stat`, proc(5). */
  readonly startTicks: number;
  readonly bootId: string;
}

/** The process that has this pid now; undefined when there is none, or only a zombie of one. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const bootId = readIfThere('/proc/sys/kernel/random/boot_id')?.trim();
  const parsed = stat === undefined ? undefined : parseStat(stat);
  if (bootId === undefined || parsed === undefined || parsed.state === 'Z' || parsed.state === 'X') return undefined;
  return { pid, startTicks: parsed.startTicks, bootId };
}

export function isRunning(identity: ProcessIdentity): boolean {
  const now = identifyProcess(identity.pid);
  return now !== undefined && now.startTicks === identity.startTicks && now.bootId === identity.bootId;
}

/** The command name stands in parentheses and may hold spaces and parentheses itself: fields count from the last one. */
export function parseStat(stat: string): { readonly state: string; readonly startTicks: number } | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = ''] = fields;
  const startTicks = Number(fields[19]);
  return state === '' || !Number.isInteger(startTicks) ? undefined : { state, startTicks };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
