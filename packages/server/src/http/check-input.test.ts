import { expect, test } from 'bun:test';
import { endpoints } from '@weft/schema';
import { createInputCheck } from './check-input.ts';

const none = { params: {}, query: new URLSearchParams(), body: undefined };

test('path, query and body come out as one, numbers as numbers', () => {
  const check = createInputCheck(endpoints.listMachineExecs);
  expect(check({ ...none, params: { machineId: 'm/1' }, query: new URLSearchParams('limit=7&text=a%20b') })).toEqual({
    kind: 'ok',
    value: { machineId: 'm/1', limit: 7, text: 'a b' },
  });
});

test('every problem is named at once, with its field', () => {
  const check = createInputCheck(endpoints.listMachineExecs);
  const query = new URLSearchParams('limit=0&limt=5&from=yesterday&text=a&text=b&colour=red');
  const outcome = check({ ...none, params: { machineId: 'm' }, query });
  expect(outcome.kind === 'error' && outcome.error.toSorted()).toEqual([
    'query.colour: unknown; known are from, to, limit, text',
    'query.from: Invalid ISO datetime',
    'query.limit: Too small: expected number to be >=1',
    'query.limt: unknown; did you mean "limit"?',
    'query.text: given more than once',
  ]);
});

test.each([[undefined], ['text'], [[]], [null], [{}]])('a body %j is refused by its fields', (body) => {
  const outcome = createInputCheck(endpoints.createApiKey)({ ...none, body });
  expect(outcome.kind).toBe('error');
});

test('what a call does not take is refused', () => {
  expect(createInputCheck(endpoints.listPeople)({ ...none, query: new URLSearchParams('a=1') })).toEqual({
    kind: 'error',
    error: ['query.a: unknown; nothing is taken here'],
  });
});
