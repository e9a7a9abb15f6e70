import type { RowOf } from '../data/api.ts';
import { ApplicationLink } from '../links/application-link.tsx';
import type { Column } from '../table/column.ts';

export const dnsColumns: readonly Column<RowOf<'listMachineDns'>>[] = [
  { id: 'asked', title: 'When', kind: 'time', widthPx: 128, value: (row) => row.askedAt },
  { id: 'name', title: 'Name', kind: 'code', widthPx: 260, isGrowing: true, value: (row) => row.name },
  { id: 'type', title: 'Type', kind: 'text', widthPx: 80, value: (row) => row.recordType },
  { id: 'answer', title: 'Answer', kind: 'code', widthPx: 180, value: (row) => row.answerAddress },
  { id: 'code', title: 'Result', meaning: 'A dash when no answer came.', kind: 'text', widthPx: 104, value: (row) => row.responseCode },
  {
    id: 'ttl',
    title: 'TTL, s',
    meaning: 'How long the answer may be kept, in seconds.',
    kind: 'count',
    widthPx: 80,
    value: (row) => row.ttl,
  },
  {
    id: 'application',
    title: 'Asked by',
    kind: 'text',
    widthPx: 260,
    isGrowing: true,
    value: (row) => row.application,
    cell: (row) => <ApplicationLink application={row.application} />,
  },
  { id: 'server', title: 'Name server', kind: 'code', widthPx: 150, value: (row) => row.serverAddress },
];
