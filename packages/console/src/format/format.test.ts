import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { formatBytes } from './bytes.ts';
import { formatCount } from './count.ts';
import { formatDuration } from './duration.ts';
import { formatPercent } from './percent.ts';
import { formatExactTime, formatRelativeTime } from './time.ts';

test('numbers carry their unit', () => {
  expect([0, 1023, 1024, 1536, 500 * 1024, 3 * 1024 ** 3].map(formatBytes)).toEqual([
    '0 B',
    '1023 B',
    '1.0 KiB',
    '1.5 KiB',
    '500 KiB',
    '3.0 GiB',
  ]);
  expect(formatCount(1_234_567)).toBe('1,234,567');
  expect([0.1234, 42.4].map(formatPercent)).toEqual(['0.12 %', '42 %']);
});

test('durations name their two largest units', () => {
  expect([340, 59_000, 60_000, 93_784_000, 3_605_000].map(formatDuration)).toEqual(['340 ms', '59 s', '1 min', '1 d 2 h', '1 h']);
  fc.assert(fc.property(fc.nat(), (ms) => formatDuration(ms).split(' ').length <= 4));
});

test('relative time says before and after', () => {
  const now = Date.parse('2026-01-02T00:00:00.000Z');
  expect(formatRelativeTime('2026-01-01T23:59:48.000Z', now)).toBe('12 s ago');
  expect(formatRelativeTime('2026-01-02T00:05:00.000Z', now)).toBe('in 5 min');
  expect(formatRelativeTime('2026-01-02T00:00:00.400Z', now)).toBe('now');
  const ago = (seconds: number): string => formatRelativeTime(new Date(now - seconds * 1000).toISOString(), now);
  expect([59, 100, 4500, 4 * 3600 + 59, 90_000, 9 * 86_400 + 5].map(ago)).toEqual([
    '59 s ago',
    '1 min ago',
    '1 h 15 min ago',
    '4 h ago',
    '1 d 1 h ago',
    '9 d ago',
  ]);
});

test('exact time is the same instant, with its offset', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const [day = '', time = '', offset = ''] = formatExactTime(date.toISOString()).split(' ');
      return Date.parse(`${day}T${time}${offset}`) === date.getTime();
    }),
  );
});
