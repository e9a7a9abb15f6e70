import type { ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { formatDuration } from '../format/duration.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';

type Gap = RowOf<'listMachineGaps'>;

const columns: readonly Column<Gap>[] = [
  { id: 'ended', title: 'Ended', kind: 'time', widthPx: 136, value: (row) => row.endedAt },
  {
    id: 'lasted',
    title: 'Lasted, s',
    kind: 'count',
    widthPx: 112,
    value: (row) => (Date.parse(row.endedAt) - Date.parse(row.startedAt)) / 1000,
    cell: (row) => formatDuration(Date.parse(row.endedAt) - Date.parse(row.startedAt)),
  },
  { id: 'what', title: 'What', kind: 'text', widthPx: 140, value: (row) => row.lostWhat },
  { id: 'where', title: 'Where', kind: 'text', widthPx: 120, value: (row) => row.lostWhere },
  { id: 'lost', title: 'How many', meaning: 'A dash when it cannot be known.', kind: 'count', widthPx: 104, value: (row) => row.lost },
  { id: 'reason', title: 'Why', kind: 'text', widthPx: 320, isGrowing: true, value: (row) => row.reason },
];
const codec = tableCodec(columns, { column: 'ended', isDescending: true });

/** Stretches of time in which the agent lost something. */
export function GapsTable({ machineId }: { readonly machineId: string }): ReactNode {
  const answer = useRangedAnswer('listMachineGaps', (range) => ({ ...range, machineId, limit: 10_000 }), { refreshMs: 60_000 });
  const [state, setState] = useUrlState(codec);
  return (
    <DataTable
      label="gaps"
      size="inline"
      columns={columns}
      answer={answer}
      keyOf={(gap) => `${gap.startedAt} ${gap.endedAt} ${gap.lostWhere} ${gap.lostWhat}`}
      state={state}
      onState={setState}
      empty={{ title: 'Nothing was lost', why: 'The agent reported no loss and no gap in this time range.' }}
    />
  );
}
