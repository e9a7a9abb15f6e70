/** What the agent ends with. Scripts and service managers rely on these numbers. */
export const exitCode = {
  done: 0,
  /** The answer is no: something does not work, or another agent runs. */
  no: 1,
  /** Wrong usage or configuration: starting again would not help. */
  usage: 2,
  /** Something could not be reached or read. */
  unreachable: 3,
} as const;
