import { useMemo, type ReactNode } from 'react';
import type { AnswerOf } from '../data/api.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { DataTable } from '../table/data-table.tsx';
import type { Column } from '../table/column.ts';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { readyRows } from './ready-rows.ts';

type Exec = AnswerOf<'getApplication'>['recentExecs'][number];

interface ExecOn {
  readonly exec: Exec;
  readonly machine: string;
}

const columns: readonly Column<ExecOn>[] = [
  { id: 'at', title: 'Started', kind: 'time', widthPx: 112, value: ({ exec }) => exec.executedAt },
  {
    id: 'machine',
    title: 'Machine',
    kind: 'text',
    widthPx: 150,
    value: ({ machine }) => machine,
    cell: ({ exec, machine }) => <PageLink place={places.machine(exec.machineId)}>{machine}</PageLink>,
  },
  { id: 'user', title: 'User', kind: 'text', widthPx: 96, value: ({ exec }) => exec.userName ?? String(exec.uid) },
  {
    id: 'command',
    title: 'Command line',
    kind: 'code',
    widthPx: 320,
    isGrowing: true,
    value: ({ exec }) => (exec.isCommandLineCut ? `${exec.commandLine}…` : exec.commandLine),
  },
  { id: 'cwd', title: 'In folder', kind: 'code', widthPx: 160, value: ({ exec }) => exec.cwd },
  { id: 'parent', title: 'Started by', kind: 'code', widthPx: 180, value: ({ exec }) => exec.parentExePath },
  { id: 'pid', title: 'PID', kind: 'number', widthPx: 84, value: ({ exec }) => exec.pid },
  { id: 'parentPid', title: 'Parent', kind: 'number', widthPx: 84, value: ({ exec }) => exec.parentPid },
];

const codec = tableCodec(columns, { column: 'at', isDescending: true });

/** The newest starts of the application. */
export function ExecsTab({ execs, names }: { readonly execs: readonly Exec[]; readonly names: ReadonlyMap<string, string> }): ReactNode {
  const [state, setState] = useUrlState(codec);
  const rows = useMemo(() => execs.map((exec) => ({ exec, machine: names.get(exec.machineId) ?? exec.machineId })), [execs, names]);
  return (
    <DataTable
      label="application-starts"
      columns={columns}
      answer={readyRows(rows)}
      keyOf={({ exec }) => `${exec.machineId} ${exec.pidHash} ${exec.executedAt}`}
      state={state}
      onState={setState}
      empty={{ title: 'Not started in this time range', why: 'It ran from before the time range. Widen it to see when it was started.' }}
    />
  );
}
