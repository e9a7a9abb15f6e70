import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { createAttemptLimit } from './attempt-limit.ts';
import { createSignInLimit } from './sign-in-limit.ts';
import { rateKey } from './rate-key.ts';

function ticking() {
  let nowMs = 1000;
  return { clock: { monotonicMs: () => nowMs, nowMs: () => nowMs }, wait: (ms: number) => (nowMs += ms) };
}

test('a burst passes, then one attempt per refill, and the wait is told', () => {
  const { clock, wait } = ticking();
  const limit = createAttemptLimit({ burst: 3, refillMs: 10_000, maxKeys: 10 }, clock);
  expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([undefined, undefined, undefined]);
  expect(limit.take('a')).toBe(10);
  wait(9_000);
  expect(limit.take('a')).toBe(1);
  wait(1_000);
  expect(limit.take('a')).toBeUndefined();
  expect(limit.take('a')).toBe(10);
  expect(limit.take('b')).toBeUndefined();
  limit.clear('a');
  expect(limit.take('a')).toBeUndefined();
});

test('never more than burst + time / refill attempts, whatever the waits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 200 }), (waits) => {
      const { clock, wait } = ticking();
      const limit = createAttemptLimit({ burst: 4, refillMs: 1_000, maxKeys: 10 }, clock);
      let taken = 0;
      let passedMs = 0;
      for (const ms of waits) {
        wait(ms);
        passedMs += ms;
        if (limit.take('key') === undefined) taken += 1;
      }
      expect(taken).toBeLessThanOrEqual(4 + passedMs / 1_000);
    }),
  );
});

test('guesses from one place at one email stop; the person elsewhere may still sign in', () => {
  const { clock } = ticking();
  const limit = createSignInLimit(clock);
  const results = Array.from({ length: 20 }, () => limit.take('192.0.2.1', 'a@weft.example'));
  expect(results.filter((wait) => wait === undefined)).toHaveLength(6);
  expect(limit.take('198.51.100.7', 'a@weft.example')).toBeUndefined();
});

test('guesses from one place at many emails stop too', () => {
  const { clock } = ticking();
  const limit = createSignInLimit(clock);
  const results = Array.from({ length: 100 }, (_, index) => limit.take('192.0.2.1', `p${index}@weft.example`));
  expect(results.filter((wait) => wait === undefined)).toHaveLength(30);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('attempts from %s count for %s', (address, key) => {
  expect(rateKey(address)).toBe(key);
});
