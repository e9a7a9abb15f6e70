import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { execRow } from '../testing/test-batch.ts';
import { checkedRow } from './row-check.ts';
import { timeSpan } from './time-span.ts';

const span = { oldest: () => '2026-01-01T00:00:00.000Z', newest: '2026-12-31T00:00:00.000Z' };
const row = { ...execRow(1), executed_at: '2026-02-01T00:00:00.000Z', started_at: '2020-02-29T00:00:00.000Z' };
const suffix = ',"machine_id":"m"}';

test('any text comes through as it was, half surrogate pairs mended', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const checked = checkedRow({ ...row, command_line: text }, span, suffix);
      expect(checked.kind === 'good' && JSON.parse(checked.text)).toEqual({ ...row, command_line: text.toWellFormed(), machine_id: 'm' });
    }),
  );
});

test('columns that the server fills or does not know are left out and named', () => {
  const checked = checkedRow(JSON.parse(`{"machine_id":"x","__proto__":1,${JSON.stringify(row).slice(1)}`), span, suffix);
  expect(checked).toMatchObject({ kind: 'good', unknownColumns: ['machine_id', '__proto__'] });
  expect(checked.kind === 'good' && checked.text.match(/machine_id/g)).toHaveLength(1);
});

test.each([
  ['executed_at', '2025-12-31T23:59:59.999Z', 'is older than'],
  ['executed_at', '2026-12-31T00:00:00.001Z', 'is in the future'],
  ['executed_at', '2026-02-29T00:00:00.000Z', 'is no day of the calendar'],
  ['started_at', '2021-02-29T00:00:00.000Z', 'is no day of the calendar'],
  ['started_at', '2026-04-31T00:00:00.000Z', 'is no day of the calendar'],
])('%s %s %s', (column, time, problem) => {
  const checked = checkedRow({ ...row, [column]: time }, span, suffix);
  expect(checked.kind === 'bad' && checked.problem).toContain(`exec.${column} ${problem}`);
});

test('days that exist pass', () => {
  for (const time of ['2024-02-29', '2026-01-31', '2026-12-30', '2000-02-29']) {
    expect(checkedRow({ ...row, started_at: `${time}T23:59:59.999Z` }, span, suffix).kind).toBe('good');
  }
});

test('each table has its own oldest time', () => {
  const nowMs = Date.parse('2026-03-01T00:00:00.000Z');
  const { oldest, newest } = timeSpan({ default: 92, byTable: { exec: 28 } }, nowMs);
  expect([oldest('exec'), oldest('dns'), newest]).toEqual([
    '2026-02-01T00:00:00.000Z',
    '2025-11-29T00:00:00.000Z',
    '2026-03-02T00:00:00.000Z',
  ]);
});
