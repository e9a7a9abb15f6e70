import { expect, test } from 'bun:test';
import fc from 'fast-check';
import type { Column } from './column.ts';
import { selectRows } from './select-rows.ts';
import { tableCodec, type TableState } from './table-state.ts';

interface Row {
  readonly name: string;
  readonly bytes: number | undefined;
  readonly tags: readonly string[];
}

const columns: readonly Column<Row>[] = [
  { id: 'name', title: 'Name', kind: 'text', widthPx: 100, value: (row) => row.name },
  { id: 'bytes', title: 'Bytes', kind: 'bytes', widthPx: 100, value: (row) => row.bytes },
  { id: 'tags', title: 'Tags', kind: 'texts', widthPx: 100, value: (row) => row.tags },
];
const rows: readonly Row[] = [
  { name: 'web-10', bytes: 5, tags: ['prod', 'eu'] },
  { name: 'web-2', bytes: undefined, tags: [] },
  { name: 'db-1', bytes: 70, tags: ['prod'] },
];
const all: TableState = { sort: undefined, text: '', filters: [], row: undefined };
const names = (state: Partial<TableState>): string[] => selectRows(rows, columns, { ...all, ...state }).map(({ name }) => name);

test('sorts numbers as numbers, unknown last either way', () => {
  expect(names({ sort: { column: 'bytes', isDescending: false } })).toEqual(['web-10', 'db-1', 'web-2']);
  expect(names({ sort: { column: 'bytes', isDescending: true } })).toEqual(['db-1', 'web-10', 'web-2']);
  expect(names({ sort: { column: 'name', isDescending: false } })).toEqual(['db-1', 'web-2', 'web-10']);
});

test('filters by text anywhere and by conditions, lists by any of theirs', () => {
  expect(names({ text: 'WEB' })).toEqual(['web-10', 'web-2']);
  expect(names({ filters: [{ field: 'tags', operator: 'is', value: 'prod' }] })).toEqual(['web-10', 'db-1']);
  expect(names({ filters: [{ field: 'tags', operator: 'is not', value: 'prod' }], text: 'web' })).toEqual(['web-2']);
});

test('the address carries the whole state', () => {
  const codec = tableCodec(columns, { column: 'name', isDescending: false });
  const state = fc.record({
    sort: fc.record({ column: fc.constantFrom('name', 'bytes'), isDescending: fc.boolean() }),
    text: fc.string(),
    row: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
    filters: fc.array(
      fc.record({
        field: fc.constantFrom('name', 'tags'),
        operator: fc.constantFrom('is', 'contains'),
        value: fc.stringMatching(/^[a-z]{1,5}$/),
      }),
    ),
  });
  fc.assert(
    fc.property(state, (value) => {
      const written = Object.entries(codec.write(value)).flatMap(([name, part]) => (part === undefined ? [] : [[name, part]]));
      expect(codec.read(Object.fromEntries(written))).toEqual(value);
    }),
  );
  expect(codec.read({ sort: '-nothing', where: 'nothing is x' })).toEqual({
    sort: { column: 'name', isDescending: false },
    text: '',
    filters: [],
    row: undefined,
  });
});
