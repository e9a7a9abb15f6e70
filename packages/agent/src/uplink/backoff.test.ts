import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { backoffMs } from './backoff.ts';

const randoms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('never longer than a minute, never negative', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), randoms, (attempt, random) => {
      const waitMs = backoffMs(attempt, undefined, () => random);
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThanOrEqual(60_000);
    }),
  );
});

test('the ceiling doubles', () => {
  expect([1, 2, 3, 4].map((attempt) => Math.round(backoffMs(attempt, undefined, () => 0.9999999)))).toEqual([1000, 2000, 4000, 8000]);
});

test('at least what the server asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(3_600_000), randoms, (attempt, askedMs, random) => {
      expect(backoffMs(attempt, askedMs, () => random)).toBeGreaterThanOrEqual(askedMs);
    }),
  );
});

test('an hour at most, whatever an answer asks for: a timer of 31 years would go off at once', () => {
  expect(backoffMs(1, 999_999_999_000, () => 0)).toBe(3_600_000);
});
