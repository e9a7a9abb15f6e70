import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { arrangeTree } from './arrange-tree.ts';

interface Row {
  readonly key: string;
  readonly parent: string;
}

const shape = (closed: readonly string[] = []) => ({
  keyOf: (row: Row) => row.key,
  parentKeyOf: (row: Row) => row.parent,
  closed: new Set(closed),
});
const rows: readonly Row[] = [
  { key: 'init', parent: '' },
  { key: 'sshd', parent: 'init' },
  { key: 'bash', parent: 'sshd' },
  { key: 'curl', parent: 'bash' },
  { key: 'cron', parent: 'init' },
];
const draw = (wanted: readonly Row[], closed: readonly string[] = []): string[] =>
  arrangeTree(rows, wanted, shape(closed)).map(({ row, depth, isOpen, isContext }) => {
    const mark = isOpen === undefined ? '·' : isOpen ? 'v' : '>';
    return `${' '.repeat(depth)}${mark}${row.key}${isContext ? '?' : ''}`;
  });

test('children stand under their parents', () => {
  expect(draw(rows)).toEqual(['vinit', ' vsshd', '  vbash', '   ·curl', ' ·cron']);
});

test('a closed branch hides all below it', () => {
  expect(draw(rows, ['sshd'])).toEqual(['vinit', ' >sshd', ' ·cron']);
});

test('a filter keeps the ancestors, marked', () => {
  expect(draw(rows.filter(({ key }) => key === 'bash'))).toEqual(['vinit?', ' vsshd?', '  ·bash']);
});

test('every row once, whatever the parents; circles end', () => {
  const key = fc.integer({ min: 0, max: 20 }).map(String);
  const anyRows = fc.uniqueArray(fc.record({ key, parent: key }), { selector: (row) => row.key });
  fc.assert(
    fc.property(anyRows, (some) => {
      const lines = arrangeTree(some, some, shape());
      expect(lines.map(({ row }) => row.key).sort()).toEqual(some.map((row) => row.key).sort());
      expect(arrangeTree(some, some, shape(some.map((row) => row.key))).every(({ depth }) => depth === 0)).toBe(true);
    }),
  );
});
