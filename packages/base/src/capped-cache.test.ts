import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { CappedCache } from './capped-cache.ts';

test('holds both caps after every step, and tells each entry it evicts', () => {
  const step = fc.record({ key: fc.integer({ min: 0, max: 9 }), sizeBytes: fc.integer({ min: 0, max: 120 }) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const told: number[] = [];
      const cache = new CappedCache<number, number>({ maxEntries: 4, maxBytes: 100 }, (key) => told.push(key));
      for (const { key, sizeBytes } of steps) {
        cache.set(key, sizeBytes, sizeBytes);
        expect(cache.size).toBeLessThanOrEqual(4);
        expect(cache.sizeBytes).toBeLessThanOrEqual(100);
      }
      expect(cache.evicted).toBe(told.length);
      expect(cache.sizeBytes).toBe([...cache.entries()].reduce((sum, [, size]) => sum + size, 0));
    }),
  );
});

test('evicts what was used longest ago', () => {
  const cache = new CappedCache<string, number>({ maxEntries: 2, maxBytes: 100 });
  cache.set('a', 1, 1);
  cache.set('b', 2, 1);
  cache.get('a');
  cache.set('c', 3, 1);
  expect(cache.peek('b')).toBeUndefined();
  expect([...cache.entries()]).toEqual([
    ['a', 1],
    ['c', 3],
  ]);
});
