import { useMemo, type ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { PageLink } from '../links/page-link.tsx';
import { places } from '../links/place.ts';
import { DataTable } from '../table/data-table.tsx';
import type { Column } from '../table/column.ts';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { readyRows } from './ready-rows.ts';

type Container = RowOf<'listMachineContainers'>;

interface ContainerOn {
  readonly container: Container;
  readonly machine: string;
}

const columns: readonly Column<ContainerOn>[] = [
  { id: 'name', title: 'Name', kind: 'text', widthPx: 180, isGrowing: true, value: ({ container }) => container.name },
  { id: 'image', title: 'Image', kind: 'text', widthPx: 220, isGrowing: true, value: ({ container }) => imageOf(container) },
  {
    id: 'machine',
    title: 'Machine',
    kind: 'text',
    widthPx: 160,
    value: ({ machine }) => machine,
    cell: ({ container, machine }) => <PageLink place={places.machine(container.machineId, 'containers')}>{machine}</PageLink>,
  },
  { id: 'pod', title: 'Pod', kind: 'text', widthPx: 180, value: ({ container }) => podOf(container) },
  { id: 'id', title: 'Container id', kind: 'code', widthPx: 130, value: ({ container }) => container.containerId },
  { id: 'privileged', title: 'Privileged', kind: 'text', widthPx: 92, value: ({ container }) => yesOrNo(container.isPrivileged) },
  { id: 'started', title: 'Started', kind: 'time', widthPx: 112, value: ({ container }) => container.startedAt },
  { id: 'stopped', title: 'Stopped', kind: 'time', widthPx: 112, value: ({ container }) => container.stoppedAt },
];

const codec = tableCodec(columns, { column: 'started', isDescending: true });

/** Containers in which the application ran. */
export function ContainersTab({
  containers,
  names,
}: {
  readonly containers: readonly Container[];
  readonly names: ReadonlyMap<string, string>;
}): ReactNode {
  const [state, setState] = useUrlState(codec);
  const rows = useMemo(
    () => containers.map((container) => ({ container, machine: names.get(container.machineId) ?? container.machineId })),
    [containers, names],
  );
  return (
    <DataTable
      label="application-containers"
      columns={columns}
      answer={readyRows(rows)}
      keyOf={({ container }) => `${container.machineId} ${container.containerId}`}
      state={state}
      onState={setState}
      empty={{ title: 'Not in a container', why: 'In this time range it ran on the machine itself, in no container that was seen.' }}
    />
  );
}

function imageOf({ imageRepository, imageTag }: Container): string | undefined {
  return imageTag === undefined ? imageRepository : `${imageRepository ?? ''}:${imageTag}`;
}

function podOf({ podName, podNamespace }: Container): string | undefined {
  return podName === undefined ? undefined : `${podNamespace ?? ''}/${podName}`;
}

function yesOrNo(value: boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value ? 'yes' : 'no';
}
