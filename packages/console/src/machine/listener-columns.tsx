import type { RowOf } from '../data/api.ts';
import { ApplicationLink } from '../links/application-link.tsx';
import type { Column } from '../table/column.ts';
import { containerColumn } from './container-column.tsx';

/** Bind addresses that mean every interface, so that a peer from outside may reach the port. */
const everywhere = new Set(['0.0.0.0', '::']);

export const listenerColumns: readonly Column<RowOf<'listMachineListeners'>>[] = [
  { id: 'port', title: 'Port', kind: 'number', widthPx: 80, value: (row) => row.port },
  { id: 'protocol', title: 'Protocol', kind: 'text', widthPx: 88, value: (row) => row.protocol },
  {
    id: 'address',
    title: 'Address',
    meaning: '0.0.0.0 and :: are every interface.',
    kind: 'code',
    widthPx: 200,
    value: (row) => row.address,
    cell: (row) => (everywhere.has(row.address) ? `${row.address} (every interface)` : row.address),
  },
  {
    id: 'application',
    title: 'Application',
    kind: 'text',
    widthPx: 260,
    isGrowing: true,
    value: (row) => row.application,
    cell: (row) => <ApplicationLink application={row.application} />,
  },
  { id: 'user', title: 'User', kind: 'text', widthPx: 112, value: (row) => row.userName },
  { id: 'seen', title: 'Last seen', kind: 'time', widthPx: 128, value: (row) => row.seenAt },
  {
    id: 'closed',
    title: 'Closed',
    meaning: 'When it stopped listening; a dash while it listens.',
    kind: 'time',
    widthPx: 128,
    value: (row) => row.closedAt,
  },
  containerColumn,
  { id: 'exe', title: 'Executable', kind: 'code', widthPx: 200, isGrowing: true, value: (row) => row.exePath },
];
