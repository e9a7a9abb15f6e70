import type { ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { containerColumns } from './container-columns.tsx';

import type { MachineTabProps } from './machine-tabs.tsx';

type ContainerRow = RowOf<'listMachineContainers'>;

const codec = tableCodec(containerColumns, { column: 'name', isDescending: false });
const keyOf = (row: ContainerRow): string => row.containerId;

/** Containers seen in the time range. */
export function ContainersTab({ machineId }: MachineTabProps): ReactNode {
  const answer = useRangedAnswer('listMachineContainers', (range) => ({ ...range, machineId, limit: 10_000 }), { refreshMs: 15_000 });
  const [state, setState] = useUrlState(codec);
  return (
    <DataTable
      label="containers"
      columns={containerColumns}
      answer={answer}
      keyOf={keyOf}
      state={state}
      onState={setState}

      empty={{
        title: 'No containers in this time range',
        why: 'A container shows here as soon as a process starts in it. Docker, containerd, CRI-O and Podman are known.',
      }}
    />
  );
}
