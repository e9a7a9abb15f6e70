import type { ProcessRow } from '@weft/schema';

/** Names of the signals that end processes, Linux `signal(7)`, x86 and ARM. */
const signals: Readonly<Record<number, string>> = {
  1: 'HUP',
  2: 'INT',
  3: 'QUIT',
  4: 'ILL',
  6: 'ABRT',
  7: 'BUS',
  8: 'FPE',
  9: 'KILL',
  11: 'SEGV',
  13: 'PIPE',
  14: 'ALRM',
  15: 'TERM',
};

/** `running`, `exited 0`, `killed by TERM`; an exit whose code was not seen is `exited`. */
export function processState(process: Pick<ProcessRow, 'exitedAt' | 'exitCode' | 'exitSignal'>): string {
  if (process.exitedAt === undefined) return 'running';
  if (process.exitSignal !== undefined && process.exitSignal !== 0)
    return `killed by ${signals[process.exitSignal] ?? `signal ${process.exitSignal}`}`;
  return process.exitCode === undefined ? 'exited' : `exited ${process.exitCode}`;
}
