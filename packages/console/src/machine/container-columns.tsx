import type { RowOf } from '../data/api.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import type { Column } from '../table/column.ts';

export const containerColumns: readonly Column<RowOf<'listMachineContainers'>>[] = [
  { id: 'name', title: 'Name', kind: 'text', widthPx: 180, isGrowing: true, value: (row) => row.name },
  { id: 'image', title: 'Image', kind: 'text', widthPx: 220, isGrowing: true, value: (row) => row.imageRepository },
  { id: 'tag', title: 'Tag', kind: 'text', widthPx: 112, value: (row) => row.imageTag },
  {
    id: 'container',
    title: 'Container',
    kind: 'code',
    widthPx: 128,
    value: (row) => row.containerId,
    cell: (row) => (
      <PageLink
        place={places.machine(row.machineId, 'processes', row.containerId.slice(0, 12))}
        title={`Its processes. ${row.containerId}`}
      >
        {row.containerId.slice(0, 12)}
      </PageLink>
    ),
  },
  { id: 'runtime', title: 'Runtime', kind: 'text', widthPx: 104, value: (row) => row.runtime },
  { id: 'state', title: 'State', kind: 'text', widthPx: 96, value: (row) => (row.stoppedAt === undefined ? 'running' : 'stopped') },
  {
    id: 'privileged',
    title: 'Privileged',
    meaning: 'A dash when the runtime could not be read.',
    kind: 'text',
    widthPx: 96,
    value: (row) => (row.isPrivileged === undefined ? undefined : row.isPrivileged ? 'yes' : 'no'),
  },
  { id: 'started', title: 'Started', kind: 'time', widthPx: 128, value: (row) => row.startedAt },
  { id: 'stopped', title: 'Stopped', kind: 'time', widthPx: 128, value: (row) => row.stoppedAt },
  { id: 'seen', title: 'Last seen', kind: 'time', widthPx: 128, value: (row) => row.seenAt },
  {
    id: 'pod',
    title: 'Pod',
    kind: 'text',
    widthPx: 160,
    value: (row) => (row.podName === undefined ? undefined : `${row.podNamespace ?? ''}/${row.podName}`),
  },
];
