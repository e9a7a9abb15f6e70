import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { fillSeries, timeStep } from './time-step.ts';

const hours = (count: number) => ({ from: new Date(1_750_000_123_456), to: new Date(1_750_000_123_456 + count * 3_600_000) });

test.each<[number, 'events' | 'hours', number]>([
  [1 / 60, 'events', 60],
  [1, 'events', 60],
  [12, 'events', 180],
  [24, 'hours', 3600],
  [240, 'hours', 3600],
  [241, 'hours', 7200],
])('%d hours are counted from %s in steps of %d s', (count, source, seconds) => {
  expect(timeStep(hours(count))).toMatchObject({ source, seconds });
});

test('a series has every step once, in order, and loses nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000 }), fc.array(fc.nat(2_999), { maxLength: 50 }), (length, minutes) => {
      const range = { from: new Date(0), to: new Date(length * 60_000) };
      const counted = new Map(minutes.filter((minute) => minute < length).map((minute) => [minute * 60, minute + 1]));
      const series = fillSeries(counted, range, 60);
      expect(series).toHaveLength(length);
      expect(series.map(({ at }) => at)).toEqual(series.map(({ at }) => at).toSorted());
      const sum = series.reduce((total, { value }) => total + value, 0);
      expect(sum).toBe([...counted.values()].reduce((total, value) => total + value, 0));
    }),
  );
});
