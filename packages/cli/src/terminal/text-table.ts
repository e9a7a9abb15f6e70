import { printable } from './printable.ts';

export interface TextColumn<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | undefined;
  /** Longer cells are cut and end in `…`; the whole value is in `--json`. */
  readonly maxWidth?: number;
  /** Where a long cell is cut; `middle` for names whose end tells as much as their beginning. `end` when unset. */
  readonly cutAt?: 'end' | 'middle';
}

/**
 * Rows as aligned columns, two spaces apart; numbers to the right, unknown as `-`. The last column is not padded.
 *
 * @example
 * textTable([{ title: 'NAME', value: (row) => row.name }], [{ name: 'db-1' }]); // ['NAME', 'db-1']
 */
export function textTable<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]): string[] {
  const cells = rows.map((row) => columns.map((column) => cell(column, row)));
  const isNumeric = columns.map((column) => rows.length > 0 && rows.every((row) => typeof column.value(row) !== 'string'));
  const table = [columns.map((column) => column.title), ...cells];
  const widths = columns.map((_, index) => Math.max(...table.map((line) => width(line[index] ?? ''))));
  return table.map((line) =>
    line
      .map((text, index) => pad(text, widths[index] ?? 0, isNumeric[index] === true))
      .join('  ')
      .trimEnd(),
  );
}

function cell<Row>(column: TextColumn<Row>, row: Row): string {
  const value = column.value(row);
  if (value === undefined || value === '') return '-';
  const text = printable(typeof value === 'number' ? value.toLocaleString('en-US') : value);
  const limit = column.maxWidth ?? 200;
  if (width(text) <= limit) return text;
  return column.cutAt === 'middle' ? cutMiddle(text, limit) : `${Bun.sliceAnsi(text, 0, limit - 1)}…`;
}

function cutMiddle(text: string, limit: number): string {
  const head = Math.ceil((limit - 1) / 2);
  return `${Bun.sliceAnsi(text, 0, head)}…${Bun.sliceAnsi(text, width(text) - (limit - 1 - head))}`;
}

function pad(text: string, columns: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, columns - width(text)));
  return isRight ? space + text : text + space;
}

/** Columns on a terminal: wide characters take two. */
function width(text: string): number {
  return Bun.stringWidth(text);
}
