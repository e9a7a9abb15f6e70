import { useMemo, type ReactNode } from 'react';
import { mapAnswer } from '../data/answer.ts';
import type { AnswerOf } from '../data/api.ts';
import { useAnswer } from '../data/use-answer.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';

type Source = AnswerOf<'listDatasources'>['sources'][number];
type SourceColumn = Source['columns'][number] & { readonly source: string; readonly oneRowIs: string };

const columns: readonly Column<SourceColumn>[] = [
  { id: 'source', title: 'Source', kind: 'code', widthPx: 260, value: (row) => row.source },
  { id: 'column', title: 'Column', kind: 'code', widthPx: 220, value: (row) => row.name },
  { id: 'type', title: 'Type', kind: 'text', widthPx: 112, value: (row) => row.type },
  { id: 'unit', title: 'Unit', kind: 'text', widthPx: 112, value: (row) => row.unit },
  { id: 'absent', title: 'May be absent', kind: 'text', widthPx: 120, value: (row) => (row.mayBeNull ? 'yes' : 'no') },
  { id: 'meaning', title: 'Meaning', kind: 'text', widthPx: 320, isGrowing: true, value: (row) => row.meaning },
  { id: 'row', title: 'One row of it is', kind: 'text', widthPx: 240, isGrowing: true, value: (row) => row.oneRowIs },
];
const codec = tableCodec(columns);

/** Every column that can be asked for, with its meaning. */
export function DatasourcesSection(): ReactNode {
  const answer = useAnswer('listDatasources', {});
  const [state, setState] = useUrlState(codec);
  const rows = useMemo(() => mapAnswer(answer, ({ sources }) => listOf(sources.flatMap(columnsOf))), [answer]);
  return (
    <DataTable
      label="data-sources"
      columns={columns}
      answer={rows}
      keyOf={(row) => `${row.source} ${row.name}`}
      state={state}
      onState={setState}
      empty={{ title: 'No data sources', why: 'The server answered with none; it should never.' }}
    />
  );
}

function columnsOf({ name, oneRowIs, columns: own }: Source): readonly SourceColumn[] {
  return own.map((column) => ({ ...column, source: name, oneRowIs }));
}

function listOf<Row>(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly total: number } {
  return { rows, total: rows.length };
}
