import { nearestWord } from '@weft/base';
import type { Column, ColumnKind } from '../catalogue/column.ts';
import { tables } from '../catalogue/tables.ts';
import type { WireTable } from '../catalogue/row.ts';

/** Outcome for one line: the table it goes to, or what is wrong with it. */
export type RowCheck =
  | { readonly kind: 'good'; readonly table: WireTable; readonly unknownColumns: readonly string[] }
  | { readonly kind: 'bad'; readonly problem: string };

interface WireColumn {
  readonly name: string;
  readonly column: Column;
}

const wireColumns = new Map<string, readonly WireColumn[]>(
  Object.entries(tables)
    .filter(([, table]) => table.writtenBy === 'agent')
    .map(([name, table]) => [
      name,
      Object.entries<Column>(table.columns)
        .filter(([, column]) => column.filledBy === undefined)
        .map(([columnName, column]) => ({ name: columnName, column })),
    ]),
);

function isWireTable(name: string): name is WireTable {
  return wireColumns.has(name);
}

/** Checks a parsed line against the catalogue. Pure and total; stops at the first problem of the line. */
export function checkRow(line: unknown): RowCheck {
  if (!isObject(line)) return bad('a line must be a JSON object with a "table"');
  const table = line['table'];
  if (typeof table !== 'string') return bad('"table" is missing');
  if (!isWireTable(table)) return bad(`unknown table "${table.slice(0, 80)}"${suggestion(table)}`);
  return checkColumns(table, line);
}

/** Property reads on the object itself: a `Map` of its entries would take most of the time of a row. */
function isObject(line: unknown): line is Readonly<Record<string, unknown>> {
  return typeof line === 'object' && line !== null && !Array.isArray(line);
}

function checkColumns(table: WireTable, row: Readonly<Record<string, unknown>>): RowCheck {
  let known = 1;
  for (const { name, column } of wireColumns.get(table) ?? []) {
    const value = row[name];
    if (value === undefined || value === null) {
      if (column.isOptional !== true) return bad(`${table}.${name} is missing`);
      if (value === null) known += 1;
      continue;
    }
    known += 1;
    if (!isOfKind[column.kind](value)) return bad(`${table}.${name} must be ${kindInWords[column.kind]}, got ${shown(value)}`);
  }
  const keys = Object.keys(row);
  if (known === keys.length) return { kind: 'good', table, unknownColumns: [] };
  const names = new Set(['table', ...(wireColumns.get(table) ?? []).map(({ name }) => name)]);
  return { kind: 'good', table, unknownColumns: keys.filter((name) => !names.has(name)) };
}

/** 1970 to 2106 with milliseconds, the range the wire takes and ClickHouse keeps. */
const ISO_TIME = /^(?:19[7-9]\d|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isText = (value: unknown): boolean => typeof value === 'string';

const isOfKind: Readonly<Record<ColumnKind, (value: unknown) => boolean>> = {
  text: isText,
  word: isText,
  time: (value) => typeof value === 'string' && ISO_TIME.test(value),
  count: isCount,
  integer: (value) => typeof value === 'number' && Number.isSafeInteger(value),
  decimal: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => typeof value === 'boolean',
  texts: (value) => Array.isArray(value) && value.every(isText),
  map: (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText),
  distinct: () => false,
};

const kindInWords: Readonly<Record<ColumnKind, string>> = {
  text: 'a text',
  word: 'a text',
  time: 'a time such as "2026-01-31T23:59:59.000Z"',
  count: 'a whole number from 0 to 2^53 - 1',
  integer: 'a whole number',
  decimal: 'a number',
  flag: 'true or false',
  texts: 'a list of texts',
  map: 'an object of texts',
  distinct: 'absent',
};

function bad(problem: string): RowCheck {
  return { kind: 'bad', problem };
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}

function suggestion(word: string): string {
  const near = nearestWord(word, wireColumns.keys());
  return near === undefined ? `; known are ${[...wireColumns.keys()].join(', ')}` : `; did you mean "${near}"?`;
}
