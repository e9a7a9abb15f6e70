/** A line of a chart. */
export interface Series {
  readonly title: string;
  readonly points: readonly { readonly at: string; readonly value: number }[];
  /** How a value reads, with its unit. */
  readonly format: (value: number) => string;
  /** Bytes: the axis goes in powers of two. */
  readonly isBinary?: boolean;
  /** A point counts what happened from its instant until the next one's, this many seconds: drawn as a bar of that width. */
  readonly stepSeconds?: number;
  /** It should be zero. */
  readonly isBad?: boolean;
}

/** All series over one time axis, as uPlot takes them: seconds, then a list per series with `undefined` where it has no point. */
export function alignSeries(series: readonly Series[]): [number[], ...(number | undefined)[][]] {
  const instants = new Set(series.flatMap(({ points }) => points.map(({ at }) => at)));
  const times = [...instants].sort((one, other) => Date.parse(one) - Date.parse(other));
  const lists = series.map(({ points }) => {
    const byTime = new Map(points.map(({ at, value }) => [at, value]));
    return times.map((at) => byTime.get(at));
  });
  return [times.map((at) => Date.parse(at) / 1000), ...lists];
}
