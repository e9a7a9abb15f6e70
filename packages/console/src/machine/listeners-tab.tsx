import type { ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { listenerColumns } from './listener-columns.tsx';

import type { MachineTabProps } from './machine-tabs.tsx';

type ListenerRow = RowOf<'listMachineListeners'>;

const codec = tableCodec(listenerColumns, { column: 'port', isDescending: false });
const keyOf = (row: ListenerRow): string => `${row.protocol} ${row.address} ${row.port} ${row.application} ${row.containerId ?? ''}`;

/** Listening sockets seen in the time range. */
export function ListenersTab({ machineId }: MachineTabProps): ReactNode {
  const answer = useRangedAnswer('listMachineListeners', (range) => ({ ...range, machineId, limit: 10_000 }), { refreshMs: 15_000 });
  const [state, setState] = useUrlState(codec);
  return (
    <DataTable
      label="listening"
      columns={listenerColumns}
      answer={answer}
      keyOf={keyOf}
      state={state}
      onState={setState}

      empty={{
        title: 'Nothing listened in this time range',
        why: 'Listening sockets show within a minute of the agent’s start. Widen the time range, or see under “Agent” whether it watches connections.',
      }}
    />
  );
}
