import { expect, test } from 'bun:test';
import { sumOf } from './sum-of.ts';

test('a sum stops at the largest whole number of the contract', () => {
  expect(sumOf([1, 2, 3])).toBe(6);
  expect(sumOf([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])).toBe(Number.MAX_SAFE_INTEGER);
});
