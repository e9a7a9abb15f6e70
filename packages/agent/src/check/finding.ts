/** One line of `--check`. */
export interface Finding {
  readonly what: string;
  /** `info` works or not as it may: nothing to mend. */
  readonly verdict: 'works' | 'broken' | 'info';
  /** What was found; when broken, why, and how to mend it. */
  readonly detail: string;
}

const MARK = { works: 'ok  ', broken: 'NO  ', info: '    ' } as const;
const WIDTH = 15;

export function findingLine({ what, verdict, detail }: Finding): string {
  return `${MARK[verdict]}${what.padEnd(WIDTH)}${detail}`;
}
