import { textsOf, type Column } from './column.ts';

/** Distinct texts of a column, most frequent first; what the filter offers to complete. */
export function frequentValues<Row>(rows: readonly Row[], columns: readonly Column<Row>[], columnId: string): readonly string[] {
  const column = columns.find(({ id }) => id === columnId);
  if (column === undefined) return [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const text of textsOf(column.value(row))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
}
