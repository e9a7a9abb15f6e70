import { expect, test } from 'bun:test';
import { alignSeries } from './series.ts';

const format = String;

test('series share one axis; a missing point stays missing', () => {
  const one = {
    title: 'one',
    format,
    points: [
      { at: '2026-01-01T00:01:00.000Z', value: 2 },
      { at: '2026-01-01T00:00:00.000Z', value: 1 },
    ],
  };
  const other = { title: 'other', format, points: [{ at: '2026-01-01T00:01:00.000Z', value: 5 }] };
  const start = Date.parse('2026-01-01T00:00:00.000Z') / 1000;
  expect(alignSeries([one, other])).toEqual([
    [start, start + 60],
    [1, 2],
    [undefined, 5],
  ]);
});
