import { expect, test } from 'bun:test';
import { checkRow } from './check-row.ts';

const gap = {
  table: 'agent_gap',
  started_at: '2026-01-31T23:59:00.000Z',
  ended_at: '2026-01-31T23:59:59.999Z',
  lost_where: 'ring',
  lost_what: 'exec',
  reason: 'ring full',
};

test('a good row passes, with and without what is optional', () => {
  expect(checkRow(gap)).toEqual({ kind: 'good', table: 'agent_gap', unknownColumns: [] });
  expect(checkRow({ ...gap, lost: 7 })).toEqual({ kind: 'good', table: 'agent_gap', unknownColumns: [] });
  expect(checkRow({ ...gap, lost: null })).toEqual({ kind: 'good', table: 'agent_gap', unknownColumns: [] });
});

test('a column this server does not know is named, the row is kept', () => {
  expect(checkRow({ ...gap, colour: 'red' })).toEqual({ kind: 'good', table: 'agent_gap', unknownColumns: ['colour'] });
});

test.each([
  [7, 'a line must be a JSON object with a "table"'],
  [{}, '"table" is missing'],
  [{ table: 'agent_gpa' }, 'unknown table "agent_gpa"; did you mean "agent_gap"?'],
  [{ table: 'edge_hour' }, 'unknown table "edge_hour"'],
  [{ ...gap, reason: undefined }, 'agent_gap.reason is missing'],
  [{ ...gap, lost: -1 }, 'agent_gap.lost must be a whole number from 0 to 2^53 - 1, got -1'],
  [{ ...gap, ended_at: '2026-02-31' }, 'agent_gap.ended_at must be a time such as "2026-01-31T23:59:59.000Z", got "2026-02-31"'],
  [{ ...gap, batch_id: 'forged' }, undefined],
])('%j', (line, problem) => {
  const check = checkRow(line);
  if (problem === undefined) expect(check).toEqual({ kind: 'good', table: 'agent_gap', unknownColumns: ['batch_id'] });
  else expect(check.kind === 'bad' && check.problem).toStartWith(problem);
});
