import { unreachable } from '@weft/base';
import type { Column, ColumnKind } from './column.ts';
import type { Table } from './table.ts';
import { tables } from './tables.ts';

const preface = `# Data sources

Made from the catalogue in \`packages/schema/src/catalogue\`; change it there, then run
\`WEFT_UPDATE_DOCS=1 bun test packages/schema\`.

A *source* is what an LQL query reads; it is a view over a *table* of the warehouse. Column names of sources that start with
\`LW_\` are the published ones, so that queries written for them run here; sources that start with \`WEFT_\` are Weft's own.
Columns without an LQL name are stored and shown, but no LQL query sees them. *Optional*: the value may be absent, which is NULL
and means unknown or does not apply, as the meaning says.
`;

/** The text of `docs/datasources.md`. */
export function datasourcesDocument(): string {
  const entries = Object.entries<Table>(tables);
  return [preface, sourceIndex(entries), ...entries.map(([name, table]) => tableSection(name, table))].join('\n');
}

function sourceIndex(entries: readonly (readonly [string, Table])[]): string {
  const rows = entries.flatMap(([name, table]) =>
    table.lqlSources.map((source) => `| \`${source}\` | [\`${name}\`](#${name}) | ${cell(table.oneRowIs)} |`),
  );
  return lines(['| LQL source | table | one row is |', '|---|---|---|', ...rows.toSorted()]);
}

function tableSection(name: string, table: Table): string {
  const sources = table.lqlSources.map((source) => `\`${source}\``).join(', ');
  const columns = Object.entries(table.columns).map(([columnName, column]) => columnRow(columnName, column));
  return lines([
    `## ${name}`,
    '',
    `One row is ${table.oneRowIs}. LQL: ${sources}. Time of a row: \`${table.timeColumn}\`. ${writtenBy(table)} ${keeps(table)}`,
    '',
    '| column | in LQL | type | unit | meaning |',
    '|---|---|---|---|---|',
    ...columns,
  ]);
}

function columnRow(name: string, column: Column): string {
  const type = `${lqlType(column.kind)}${column.isOptional === true ? ', optional' : ''}`;
  return `| \`${name}\` | ${column.lql === undefined ? '' : `\`${column.lql}\``} | ${type} | ${column.unit ?? ''} | ${cell(column.meaning)} |`;
}

/** Type names of LQL; its arrays and objects are both JSON. */
function lqlType(kind: ColumnKind): string {
  switch (kind) {
    case 'text':
    case 'word':
      return 'String';
    case 'time':
      return 'Timestamp';
    case 'count':
    case 'integer':
    case 'decimal':
    case 'distinct':
      return 'Number';
    case 'flag':
      return 'Boolean';
    case 'texts':
      return 'JSON array';
    case 'map':
      return 'JSON object';
    default:
      return unreachable(kind);
  }
}

function writtenBy(table: Table): string {
  return table.writtenBy === 'agent' ? 'Agents send it.' : 'The warehouse derives it.';
}

function keeps(table: Table): string {
  switch (table.keeps) {
    case 'append':
      return 'Every row is kept.';
    case 'latest':
      return 'Only the latest row of each is kept.';
    case 'fold':
      return 'Rows of the same thing are folded into one.';
    default:
      return unreachable(table.keeps);
  }
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
