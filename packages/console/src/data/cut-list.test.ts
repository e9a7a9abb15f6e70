import { expect, test } from 'bun:test';
import type { Answer } from './answer.ts';
import { preferFound, type List } from './cut-list.ts';

const ready = (rows: readonly number[], total: number): Answer<List<number>> => ({
  kind: 'ready',
  value: { rows, total },
  isStale: false,
  trouble: undefined,
  retry: () => undefined,
});
const loading: Answer<List<number>> = { kind: 'loading' };

test('what the server found is shown, out of all there are', () => {
  expect(preferFound(ready([1, 2], 100), ready([7], 1), 'seven')).toMatchObject({ value: { rows: [7], total: 100 } });
});

test('until then, and while the browser has everything, the rows as they came', () => {
  const all = ready([1, 2], 100);
  expect(preferFound(all, loading, 'seven')).toBe(all);
  expect(preferFound(all, ready([7], 1), undefined)).toBe(all);
  expect(preferFound(loading, ready([7], 1), 'seven')).toBe(loading);
});
