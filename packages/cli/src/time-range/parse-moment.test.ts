import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { parseMoment } from './parse-moment.ts';

const NOW = Date.parse('2026-08-01T12:00:00Z');

test.each([
  ['90s', '2026-08-01T11:58:30Z'],
  ['15m', '2026-08-01T11:45:00Z'],
  ['7d', '2026-07-25T12:00:00Z'],
  ['2w', '2026-07-18T12:00:00Z'],
  ['2026-01-31', '2026-01-31T00:00:00Z'],
  ['2026-01-31T09:00Z', '2026-01-31T09:00:00Z'],
  ['2026-01-31T09:00:00+02:00', '2026-01-31T07:00:00Z'],
])('%s is %s', (text, iso) => {
  expect(parseMoment(text, NOW)).toBe(Date.parse(iso));
});

test.each(['', 'yesterday', '5', 'h', '-5m', '2026-13-01', '2026-01-31T25:00Z', '99999999999d', '1.5h'])('"%s" is no moment', (text) => {
  expect(parseMoment(text, NOW)).toBeUndefined();
});

test('whatever is typed, the moment can be written as a date', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,12}[smhdw]$/)), (text) => {
      const atMs = parseMoment(text, NOW);
      return atMs === undefined || new Date(atMs).toISOString().length === 24;
    }),
  );
});
