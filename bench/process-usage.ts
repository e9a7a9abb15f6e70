import { readFileSync } from 'node:fs';

/** What the kernel says a process used so far. Source: proc_pid_stat(5), proc_pid_status(5). */
export interface ProcessUsage {
  /** User and system time of all threads, seconds. */
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

/** USER_HZ, fixed at 100 on every architecture Linux shows to user space. */
const TICKS_PER_SECOND = 100;

/** @throws Error when the process is gone. */
export function readProcessUsage(pid: number): ProcessUsage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND, residentBytes: Number(resident?.[1]) * 1024 };
}
