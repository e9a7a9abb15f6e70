import { ownerWords } from '../../links/owner-words.ts';
import type { Column } from '../../table/column.ts';
import type { EdgeRow } from './edge-row.ts';

/** The graph as a table; also what can be filtered by. */
export const edgeColumns: readonly Column<EdgeRow>[] = [
  {
    id: 'kind',
    title: 'Kind',
    meaning: 'launch: starts it; connection: opens a connection to it; dns: asks for its name.',
    kind: 'text',
    widthPx: 104,
    value: ({ edge }) => edge.kind,
  },
  {
    id: 'from',
    title: 'From',
    meaning: 'Application that launches, connects or asks.',
    kind: 'text',
    widthPx: 200,
    isGrowing: true,
    value: ({ source }) => source.label,
  },
  {
    id: 'to',
    title: 'To',
    meaning: 'Application, name, network or machine at the other end.',
    kind: 'text',
    widthPx: 200,
    isGrowing: true,
    value: ({ target }) => target.label,
  },
  { id: 'port', title: 'Port', meaning: 'Port of the side that listens.', kind: 'number', widthPx: 72, value: ({ edge }) => edge.port },
  {
    id: 'sent',
    title: 'Sent',
    meaning: 'Payload bytes from the first to the second.',
    kind: 'bytes',
    widthPx: 100,
    value: ({ edge }) => bytesOf(edge.kind, edge.sentBytes),
  },
  {
    id: 'received',
    title: 'Received',
    meaning: 'Payload bytes from the second to the first.',
    kind: 'bytes',
    widthPx: 100,
    value: ({ edge }) => bytesOf(edge.kind, edge.receivedBytes),
  },
  {
    id: 'times',
    title: 'Times',
    meaning: 'How often: launches, connections opened, names asked.',
    kind: 'count',
    widthPx: 80,
    value: ({ edge }) => edge.events,
  },
  { id: 'failed', title: 'Failed', meaning: 'Of these, how many failed.', kind: 'count', widthPx: 76, value: ({ edge }) => edge.failed },
  {
    id: 'machine',
    title: 'Machine',
    meaning: 'Machines on which it was seen.',
    kind: 'texts',
    widthPx: 140,
    value: ({ machines }) => machines,
  },
  {
    id: 'owner',
    title: 'Owner',
    meaning: 'Image, unit, package or role that either end belongs to.',
    kind: 'texts',
    widthPx: 160,
    value: ownersOf,
    cell: (row) => <span title={ownersOf(row).join(', ')}>{ownersOf(row).map(ownerWords).join(', ')}</span>,
  },
  { id: 'user', title: 'User', meaning: 'Users that the first ran as.', kind: 'texts', widthPx: 100, value: ({ source }) => source.users },
  {
    id: 'state',
    title: 'State',
    meaning: 'new: not seen in the 90 days before the time range.',
    kind: 'text',
    widthPx: 80,
    value: ({ edge }) => (edge.isNew ? 'new' : 'known'),
  },
  { id: 'first', title: 'First', meaning: 'First seen in the time range.', kind: 'time', widthPx: 104, value: ({ edge }) => edge.firstAt },
  { id: 'last', title: 'Last', meaning: 'Last seen in the time range.', kind: 'time', widthPx: 104, value: ({ edge }) => edge.lastAt },
];

/** Launches and names carry no payload of their own: unknown is not zero. */
function bytesOf(kind: EdgeRow['edge']['kind'], bytes: number): number | undefined {
  return kind === 'connection' ? bytes : undefined;
}

function ownersOf({ source, target }: EdgeRow): readonly string[] {
  return [...new Set([source.owner, target.owner].filter((owner) => owner !== undefined))];
}
