import { expect, test } from 'bun:test';
import { timeSpan } from './time-span.ts';

test('a lone point has ten minutes before it, not years around it', () => {
  expect(timeSpan(10_000, 10_000)).toEqual([9_400, 10_000]);
});

test('lines span what they have, bars their last step too', () => {
  expect(timeSpan(0, 3_600)).toEqual([0, 3_600]);
  expect(timeSpan(0, 82_800, 3_600)).toEqual([0, 86_400]);
});
