import type { ConnectionRow } from '@weft/schema';
import { ApplicationLink } from '../links/application-link.tsx';
import { PeerLink } from '../links/peer-link.tsx';
import type { Column } from '../table/column.ts';
import { containerColumn } from './container-column.tsx';

export const connectionColumns: readonly Column<ConnectionRow>[] = [
  {
    id: 'direction',
    title: 'Direction',
    meaning: 'Outbound: the application connected. Inbound: it accepted.',
    kind: 'text',
    widthPx: 104,
    value: (row) => row.direction,
    cell: (row) => (row.direction === 'outbound' ? '→ outbound' : '← inbound'),
  },
  {
    id: 'application',
    title: 'Application',
    kind: 'text',
    widthPx: 180,
    isGrowing: true,
    value: (row) => row.application,
    cell: (row) => <ApplicationLink application={row.application} />,
  },
  {
    id: 'peer',
    title: 'Peer',
    meaning: 'The other side as a node of the graph: an application, a name, a network or an address.',
    kind: 'text',
    widthPx: 180,
    isGrowing: true,
    value: (row) => row.peerName ?? row.peer,
    cell: (row) => <PeerLink peer={row.peer}>{row.peerName}</PeerLink>,
  },
  { id: 'port', title: 'Port', meaning: 'Port of the accepting side.', kind: 'number', widthPx: 72, value: (row) => row.port },
  {
    id: 'opened',
    title: 'Opened',
    meaning: 'Connections that began in the time range.',
    kind: 'count',
    widthPx: 88,
    value: (row) => row.opened,
  },
  { id: 'failed', title: 'Failed', meaning: 'Attempts refused or never answered.', kind: 'count', widthPx: 80, value: (row) => row.failed },
  {
    id: 'sent',
    title: 'Sent',
    meaning: 'Payload this side sent and the peer acknowledged; the exact number on hover.',
    kind: 'bytes',
    widthPx: 96,
    value: (row) => row.sentBytes,
  },
  {
    id: 'received',
    title: 'Received',
    meaning: 'Payload this side received; the exact number on hover.',
    kind: 'bytes',
    widthPx: 96,
    value: (row) => row.receivedBytes,
  },
  { id: 'last', title: 'Last', kind: 'time', widthPx: 120, value: (row) => row.lastAt },
  { id: 'address', title: 'Address', kind: 'code', widthPx: 128, value: (row) => row.peerAddress },
  { id: 'first', title: 'First', kind: 'time', widthPx: 120, value: (row) => row.firstAt },
  { id: 'protocol', title: 'Protocol', kind: 'text', widthPx: 76, value: (row) => row.protocol },
  { id: 'user', title: 'User', kind: 'text', widthPx: 112, value: (row) => row.userName },
  containerColumn,
];
