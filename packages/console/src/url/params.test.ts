import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { allOf, formatParams, oneOf, parseParams } from './params.ts';

test('one value is a text, several are a list', () => {
  const params = parseParams('?range=1h&where=a+is+b&where=c');
  expect(params).toEqual({ range: '1h', where: ['a is b', 'c'] });
  expect(oneOf(params, 'where')).toBe('a is b');
  expect(allOf(params, 'range')).toEqual(['1h']);
  expect(allOf(params, 'absent')).toEqual([]);
});

test('what is unset or empty is not in the address', () => {
  expect(formatParams({ a: undefined, b: '', c: [], d: 'x' })).toBe('?d=x');
  expect(formatParams({})).toBe('');
});

test('any text survives the address', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' });
  const lists = fc.array(text, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(text, lists)), (params) => {
      expect(parseParams(formatParams(params))).toEqual({ ...params });
    }),
  );
});
