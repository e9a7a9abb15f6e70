import { expect, test } from 'bun:test';
import fc from 'fast-check';
import type { CellValue, Column } from './column.ts';
import { toCsv } from './csv.ts';

const columns: readonly Column<readonly CellValue[]>[] = [0, 1].map((at) => ({
  id: `c${at}`,
  title: `c${at}`,
  kind: 'text',
  widthPx: 1,
  value: (row) => row[at],
}));

test('quotes, lists, unknown values and negative numbers', () => {
  expect(
    toCsv(
      [
        ['a "b", c', ['x', 'y']],
        [undefined, -3],
      ],
      columns,
    ),
  ).toBe('c0,c1\r\n"a ""b"", c",x y\r\n,-3\r\n');
});

test('no text begins as a formula', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r');
  fc.assert(
    fc.property(fc.tuple(start, fc.string()), ([first, rest]) => {
      const line = toCsv([[first + rest, 'x']], columns).slice('c0,c1\r\n'.length);
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
    }),
  );
});

test('a reader of RFC 4180 gets every text back', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') }).filter((value) => !value.startsWith('\r'));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), (rows) => {
      expect(readCsv(toCsv(rows, columns)).slice(1)).toEqual(rows);
    }),
  );
});

/** As the grammar of RFC 4180 says, and nothing else. */
function readCsv(csv: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const lines: string[][] = [[]];
  for (let match = field.exec(csv); match !== null; match = field.exec(csv)) {
    lines.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') lines.push([]);
    if (field.lastIndex === csv.length) break;
  }
  return lines.slice(0, -1);
}
