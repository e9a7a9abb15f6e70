import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { locateRow } from './locate-row.ts';
import { moveTo } from './move-to.ts';

test('the marked row is the same row when others come above it', () => {
  const rows = ['c', 'b', 'a'];
  expect(locateRow({ at: 0, key: 'b' }, rows.length, (at) => rows[at])).toBe(1);
  expect(locateRow({ at: 1, key: 'b' }, rows.length, (at) => rows[at])).toBe(1);
});

test('a row that is gone leaves the mark where it was, within the rows', () => {
  expect(locateRow({ at: 5, key: 'x' }, 2, () => 'y')).toBe(1);
  expect(locateRow({ at: 5, key: 'x' }, 0, () => undefined)).toBeUndefined();
  expect(locateRow(undefined, 3, () => 'y')).toBeUndefined();
});

test('keys start at the first row, stop at the ends, and never leave the rows', () => {
  expect(moveTo('j', undefined, 3)).toBe(0);
  expect(moveTo('k', 0, 3)).toBe(0);
  expect(moveTo('j', 2, 3)).toBe(2);
  expect([moveTo('Home', 1, 3), moveTo('End', 1, 3), moveTo('x', 1, 3), moveTo('j', undefined, 0)]).toEqual([0, 2, undefined, undefined]);
  const key = fc.constantFrom('j', 'k', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown');
  fc.assert(
    fc.property(key, fc.integer({ min: 1, max: 100 }), fc.option(fc.nat(99), { nil: undefined }), (pressed, count, from) => {
      const at = moveTo(pressed, from === undefined ? undefined : Math.min(from, count - 1), count);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThan(count);
    }),
  );
});
