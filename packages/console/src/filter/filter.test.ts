import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { formatFilter, matchesFilter, negateFilter, parseFilter, type Filter } from './filter.ts';

const fields = [
  { id: 'machine', title: 'Machine' },
  { id: 'exePath', title: 'Executable path' },
];

test('a filter is typed as a sentence, by title or id', () => {
  expect(parseFilter('machine is web-1', fields)).toEqual({ field: 'machine', operator: 'is', value: 'web-1' });
  expect(parseFilter('Executable path does not contain /usr/', fields)).toEqual({
    field: 'exePath',
    operator: 'does not contain',
    value: '/usr/',
  });
  expect(parseFilter('machine is not web-1', fields)).toMatchObject({ operator: 'is not', value: 'web-1' });
  for (const unfinished of ['machine', 'machine is', 'machine is ', 'other is x', ''])
    expect(parseFilter(unfinished, fields)).toBeUndefined();
});

const anyFilter: fc.Arbitrary<Filter> = fc.record({
  field: fc.constantFrom('machine', 'exePath'),
  operator: fc.constantFrom('is', 'is not', 'contains', 'does not contain'),
  value: fc.string({ minLength: 1 }).filter((value) => !value.startsWith('not ')),
});

test('what is written is read again', () => {
  fc.assert(fc.property(anyFilter, (filter) => expect(parseFilter(formatFilter(filter), fields)).toEqual(filter)));
});

test('negation turns the answer over, twice is the same', () => {
  fc.assert(
    fc.property(anyFilter, fc.array(fc.string()), (filter, texts) => {
      expect(matchesFilter(negateFilter(filter), texts)).toBe(!matchesFilter(filter, texts));
      expect(negateFilter(negateFilter(filter))).toEqual(filter);
    }),
  );
});
