import { expect, test } from 'bun:test';
import { textTable } from './text-table.ts';

interface Row {
  readonly name: string | undefined;
  readonly size: number;
}

const columns = [
  { title: 'NAME', value: (row: Row) => row.name, maxWidth: 8 },
  { title: 'SIZE', value: (row: Row) => row.size },
];

test('columns are aligned, numbers to the right, unknown is a dash', () => {
  expect(
    textTable(columns, [
      { name: 'db', size: 1234 },
      { name: undefined, size: 7 },
    ]),
  ).toEqual(['NAME   SIZE', 'db    1,234', '-         7']);
});

test('wide characters take two columns, long cells are cut', () => {
  expect(
    textTable(columns, [
      { name: '日本', size: 1 },
      { name: 'a-very-long-name', size: 2 },
    ]),
  ).toEqual(['NAME      SIZE', '日本         1', 'a-very-…     2']);
});

test('a long name can be cut in its middle', () => {
  const [, row] = textTable([{ title: 'N', value: (text: string) => text, maxWidth: 9, cutAt: 'middle' }], ['role:machine|root']);
  expect(row).toBe('role…root');
});

test('a command line cannot move the cursor or forge a row', () => {
  const [, row = ''] = textTable([{ title: 'C', value: (text: string) => text }], ['a\u001b[2J\nb\u202ec\u0085']);
  expect(row).toBe('a\\x1b[2J\\x0ab\\u{202e}c\\x85');
});
