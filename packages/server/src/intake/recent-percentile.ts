/** The last values of something, to read percentiles from. */
export interface RecentPercentile {
  readonly add: (value: number) => void;
  /** `share` from 0 to 1; undefined without values. */
  readonly read: (share: number) => number | undefined;
}

export function createRecentPercentile(size: number): RecentPercentile {
  const values: number[] = [];
  let next = 0;
  return {
    add: (value) => {
      values[next] = value;
      next = (next + 1) % size;
    },
    read: (share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))],
  };
}
