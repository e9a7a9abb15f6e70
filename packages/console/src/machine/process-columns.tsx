import type { ProcessRow } from '@weft/schema';
import { ApplicationLink } from '../links/application-link.tsx';
import type { Column } from '../table/column.ts';
import { containerColumn } from './container-column.tsx';
import { ProcessState } from './process-state-mark.tsx';
import { processState } from './process-state.ts';

export const processColumns: readonly Column<ProcessRow>[] = [
  { id: 'command', title: 'Command', kind: 'code', widthPx: 380, isGrowing: true, value: (row) => row.commandLine },
  { id: 'pid', title: 'PID', kind: 'number', widthPx: 76, value: (row) => row.pid },
  { id: 'user', title: 'User', kind: 'text', widthPx: 88, value: (row) => row.userName ?? String(row.uid) },
  {
    id: 'state',
    title: 'State',
    kind: 'text',
    widthPx: 112,
    value: processState,
    cell: (row) => <ProcessState process={row} />,
  },
  { id: 'started', title: 'Started', kind: 'time', widthPx: 120, value: (row) => row.startedAt },
  {
    id: 'application',
    title: 'Application',
    kind: 'text',
    widthPx: 200,
    isGrowing: true,
    value: (row) => row.application,
    cell: (row) => <ApplicationLink application={row.application} />,
  },
  containerColumn,
  {
    id: 'kept',
    title: 'Kept because',
    meaning: 'Why the agent reports it: network activity, in a container, a login, or an ancestor of such a process.',
    kind: 'text',
    widthPx: 112,
    value: (row) => row.keptBecause,
  },
];
