import { expect, test } from 'bun:test';
import { wholeHours } from '../graph/whole-hours.ts';
import { readTimeRange } from './time-range.ts';

const nowMs = Date.parse('2026-03-02T10:20:30.400Z');

test.each([
  [{}, '2026-03-01T10:20:30.400Z', '2026-03-02T10:20:30.400Z'],
  [{ from: '2026-03-02T00:00:00Z' }, '2026-03-02T00:00:00.000Z', '2026-03-02T10:20:30.400Z'],
  [{ to: '2026-03-02T00:00:00Z' }, '2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'],
])('%j', (input, from, to) => {
  expect(readTimeRange(input, nowMs)).toEqual({ kind: 'ok', value: { from: new Date(from), to: new Date(to) } });
});

test.each([
  [{ from: '2027-01-01T00:00:00Z' }],
  [{ from: '0001-01-01T00:00:00Z' }],
  [{ to: '9999-01-01T00:00:00Z' }],
  [{ from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }],
])('%j is refused', (input) => {
  expect(readTimeRange(input, nowMs)).toMatchObject({ kind: 'error', error: { code: 'invalid' } });
});

test('whole hours hold the range', () => {
  expect(wholeHours({ from: new Date('2026-03-01T10:20:00Z'), to: new Date('2026-03-01T12:00:00Z') })).toEqual({
    from: new Date('2026-03-01T10:00:00Z'),
    to: new Date('2026-03-01T12:00:00Z'),
  });
});
