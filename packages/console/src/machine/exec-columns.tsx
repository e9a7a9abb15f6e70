import type { RowOf } from '../data/api.ts';
import { ApplicationLink } from '../links/application-link.tsx';
import type { Column } from '../table/column.ts';
import { containerColumn } from './container-column.tsx';

export const execColumns: readonly Column<RowOf<'listMachineExecs'>>[] = [
  { id: 'executed', title: 'When', kind: 'time', widthPx: 120, value: (row) => row.executedAt },
  { id: 'command', title: 'Command', kind: 'code', widthPx: 300, isGrowing: true, value: (row) => row.commandLine },
  { id: 'pid', title: 'PID', kind: 'number', widthPx: 76, value: (row) => row.pid },
  { id: 'user', title: 'User', kind: 'text', widthPx: 80, value: (row) => row.userName ?? String(row.uid) },
  { id: 'exe', title: 'Executable', kind: 'code', widthPx: 140, isGrowing: true, value: (row) => row.exePath },
  { id: 'cwd', title: 'Directory', kind: 'code', widthPx: 120, isGrowing: true, value: (row) => row.cwd },
  { id: 'parent', title: 'Started by', kind: 'code', widthPx: 120, isGrowing: true, value: (row) => row.parentExePath },
  { id: 'parentPid', title: 'Parent PID', kind: 'number', widthPx: 96, value: (row) => row.parentPid },
  {
    id: 'application',
    title: 'Application',
    kind: 'text',
    widthPx: 160,
    isGrowing: true,
    value: (row) => row.application,
    cell: (row) => <ApplicationLink application={row.application} />,
  },
  containerColumn,
];
