import { expect, test } from 'bun:test';
import { createFramePace } from './frame-pace.ts';

test('four slow frames in a row tell; a pause between motions or one hitch does not', () => {
  const pace = createFramePace(() => false);
  for (const atMs of [0, 16, 60, 76, 92]) pace.frame(atMs);
  for (const atMs of [1_000, 2_000, 3_000, 4_000]) {
    pace.rest();
    pace.frame(atMs);
  }
  expect(pace.isSlow()).toBe(false);
  for (const atMs of [5_000, 5_030, 5_060, 5_090]) pace.frame(atMs);
  expect(pace.isSlow()).toBe(true);
  pace.rest();
  expect(pace.isSlow()).toBe(true);
});

test('what is known to be slow need not be measured', () => {
  expect(createFramePace(() => true).isSlow()).toBe(true);
});
