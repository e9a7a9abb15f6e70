import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { describeRange, formatRange, parseRange, rangePresets, resolveRange, type TimeRange } from './time-range.ts';

test('presets are read and written by their word', () => {
  for (const { word, minutes } of rangePresets) {
    expect(parseRange(word)).toEqual({ kind: 'last', minutes });
    expect(formatRange({ kind: 'last', minutes })).toBe(word);
  }
});

test('what is no range is refused', () => {
  for (const text of ['', '0h', '5', '5y', '999999d', '2026-01-01', 'x~y', '2026-01-02T00:00:00Z~2026-01-01T00:00:00Z']) {
    expect(parseRange(text)).toBeUndefined();
  }
});

test('any range survives the address', () => {
  const day = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  const between = fc
    .tuple(day, fc.integer({ min: 1, max: 10 ** 10 }))
    .map(([from, ms]): TimeRange => ({ kind: 'between', from: from.toISOString(), to: new Date(from.getTime() + ms).toISOString() }));
  const last = fc.integer({ min: 1, max: 400 * 1440 }).map((minutes): TimeRange => ({ kind: 'last', minutes }));
  fc.assert(fc.property(fc.oneof(between, last), (range) => expect(parseRange(formatRange(range))).toEqual(range)));
});

test('a moving range has no end, the server knows now', () => {
  expect(resolveRange({ kind: 'last', minutes: 60 }, Date.parse('2026-01-01T01:00:00Z'))).toEqual({ from: '2026-01-01T00:00:00.000Z' });
  expect(describeRange({ kind: 'last', minutes: 60 })).toBe('in the last hour');
});
