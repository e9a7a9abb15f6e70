/** The row at hand: where it stood when it was marked, and which one it is. */
export interface MarkedRow {
  readonly at: number;
  readonly key: string | undefined;
}

/** Where the marked row stands now; where it stood when it is gone; nowhere when nothing is marked or there are no rows. */
export function locateRow(marked: MarkedRow | undefined, count: number, keyAt: (at: number) => string | undefined): number | undefined {
  if (marked === undefined || count === 0) return undefined;
  if (marked.key === undefined || keyAt(marked.at) === marked.key) return Math.min(marked.at, count - 1);
  for (let at = 0; at < count; at += 1) if (keyAt(at) === marked.key) return at;
  return Math.min(marked.at, count - 1);
}
