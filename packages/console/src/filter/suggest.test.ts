import { expect, test } from 'bun:test';
import { isConditionBegun, suggest } from './suggest.ts';

const fields = [
  { id: 'peer', title: 'Peer' },
  { id: 'address', title: 'Peer address' },
];
const valuesOf = (field: string): readonly string[] => (field === 'address' ? ['10.0.0.1', '10.0.0.2', '192.0.2.1'] : []);
const texts = (text: string): string[] => suggest(text, fields, valuesOf).map((one) => one.text);

test('completes field, operator and value', () => {
  expect(texts('')).toEqual(['Peer ', 'Peer address ']);
  expect(texts('addr')).toEqual(['Peer address ']);
  expect(texts('Peer address ')).toEqual([
    'Peer address is ',
    'Peer address is not ',
    'Peer address contains ',
    'Peer address does not contain ',
  ]);
  expect(texts('peer address is n')).toEqual(['Peer address is not ']);
  expect(texts('Peer address is ')).toEqual([...valuesOf('address').map((value) => `Peer address is ${value}`), 'Peer address is not ']);
  expect(texts('Peer address is 10.')).toEqual(['Peer address is 10.0.0.1', 'Peer address is 10.0.0.2']);
});

test('text that begins no condition is text to look for', () => {
  expect(isConditionBegun('curl', fields)).toBe(false);
  expect(isConditionBegun('peer ', fields)).toBe(true);
  expect(isConditionBegun('Peer address is x', fields)).toBe(true);
});
