import { expect, test } from 'bun:test';
import type { Answer } from './answer.ts';
import { joinFound, preferFound, type List } from './cut-list.ts';

const ready = (rows: readonly number[], total: number): Answer<List<number>> => ({
  kind: 'ready',
  value: { rows, total },
  isStale: false,
  trouble: undefined,
  retry: () => undefined,
});
const loading: Answer<List<number>> = { kind: 'loading' };

test('what the server found is shown, out of all there are', () => {
  expect(preferFound(ready([1, 2], 100), ready([7], 1), 'seven')).toMatchObject({ value: { rows: [7], total: 100, isSearched: true } });
  expect(preferFound(ready([1, 2], 100), ready([7], 5), 'seven')).toMatchObject({ value: { isSearched: false } });
});

test('until then, and while the browser has everything, the rows as they came', () => {
  const all = ready([1, 2], 100);
  expect(preferFound(all, loading, 'seven')).toBe(all);
  expect(preferFound(all, ready([7], 1), undefined)).toBe(all);
  expect(preferFound(loading, ready([7], 1), 'seven')).toBe(loading);
});

test('a tree keeps what came, each row once', () => {
  expect(joinFound(ready([1, 2], 100), ready([2, 7], 2), 'seven', String)).toMatchObject({ value: { rows: [1, 2, 7], total: 100 } });
  const all = ready([1, 2], 100);
  expect(joinFound(all, loading, 'seven', String)).toBe(all);
});
