import type { Answer } from '../data/answer.ts';

/** Rows that came as part of another answer, as a table takes them. */
export function readyRows<Row>(rows: readonly Row[]): Answer<{ readonly rows: readonly Row[]; readonly total: number }> {
  return { kind: 'ready', value: { rows, total: rows.length }, isStale: false, trouble: undefined, retry: () => undefined };
}
