/** What every command ends with. Scripts rely on these numbers. */
export const exitCode = {
  done: 0,
  /** The command ran, and the answer is no: not running, not healthy, not there, not allowed. */
  no: 1,
  /** The command line does not fit the command's usage. */
  usage: 2,
  /** Something could not be reached or read. */
  unreachable: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
