/** A row where it hangs in the tree. */
export interface TreeLine<Row> {
  readonly row: Row;
  /** 0 is a root. */
  readonly depth: number;
  /** `undefined` for a leaf. */
  readonly isOpen: boolean | undefined;
  /** Shown only because a descendant fits the filter. */
  readonly isContext: boolean;
}

export interface TreeShape<Row> {
  readonly keyOf: (row: Row) => string;
  readonly parentKeyOf: (row: Row) => string;
  /** Keys of the rows whose children are folded away. */
  readonly closed: ReadonlySet<string>;
}

/**
 * Rows as the lines of a tree, parents first, siblings in the order given. Rows whose parent is not there are roots.
 * Ancestors of a wanted row stay. Every row is visited once, so that parents in a circle, which only damaged data has, end.
 *
 * @param rows all rows, in the order siblings are to have
 * @param wanted the rows that fit the filter
 */
export function arrangeTree<Row>(rows: readonly Row[], wanted: readonly Row[], shape: TreeShape<Row>): readonly TreeLine<Row>[] {
  const { keyOf, parentKeyOf, closed } = shape;
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const fits = new Set(wanted.map(keyOf));
  const kept = withAncestors(fits, byKey, parentKeyOf);
  const children = Map.groupBy(
    rows.filter((row) => kept.has(keyOf(row))),
    parentKeyOf,
  );
  const seen = new Set<string>();
  const lines: TreeLine<Row>[] = [];
  const walk = (roots: readonly Row[]): void => {
    // A stack of its own: a chain of processes may be deeper than the engine's.
    const stack = roots.toReversed().map((row) => ({ row, depth: 0 }));
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const key = keyOf(top.row);
      if (seen.has(key)) continue;
      seen.add(key);
      const own = (children.get(key) ?? []).filter((child) => !seen.has(keyOf(child)));
      const isClosed = closed.has(key);
      lines.push({ ...top, isOpen: own.length === 0 ? undefined : !isClosed, isContext: !fits.has(key) });
      if (isClosed) markBelow(key, children, keyOf, seen);
      else for (const child of own.toReversed()) stack.push({ row: child, depth: top.depth + 1 });
    }
  };
  walk(rows.filter((row) => kept.has(keyOf(row)) && !byKey.has(parentKeyOf(row))));
  for (const row of rows) if (kept.has(keyOf(row)) && !seen.has(keyOf(row))) walk([row]);
  return lines;
}

function withAncestors<Row>(
  fits: ReadonlySet<string>,
  byKey: ReadonlyMap<string, Row>,
  parentKeyOf: (row: Row) => string,
): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const key of fits) {
    let at: string = key;
    for (let row = byKey.get(at); row !== undefined && !kept.has(at); row = byKey.get(at)) {
      kept.add(at);
      at = parentKeyOf(row);
    }
  }
  return kept;
}

/** What is folded away counts as visited: it is no root. */
function markBelow<Row>(key: string, children: ReadonlyMap<string, readonly Row[]>, keyOf: (row: Row) => string, seen: Set<string>): void {
  const stack = [key];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    for (const child of children.get(top) ?? []) {
      const childKey = keyOf(child);
      if (seen.has(childKey)) continue;
      seen.add(childKey);
      stack.push(childKey);
    }
  }
}
