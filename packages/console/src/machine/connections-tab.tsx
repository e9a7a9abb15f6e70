import type { ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { preferFound, useServerText } from '../data/cut-list.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { connectionColumns } from './connection-columns.tsx';

import type { MachineTabProps } from './machine-tabs.tsx';

type ConnectionRow = RowOf<'listMachineConnections'>;

const codec = tableCodec(connectionColumns, { column: 'last', isDescending: true });
const keyOf = (row: ConnectionRow): string =>
  `${row.direction} ${row.protocol} ${row.application} ${row.peer} ${row.peerAddress} ${row.port} ${row.containerId ?? ''} ${row.userName ?? ''} ${row.exePath ?? ''}`;

/** Connections of the time range, one row per application, peer, port and direction. */
export function ConnectionsTab({ machineId }: MachineTabProps): ReactNode {
  const [state, setState] = useUrlState(codec);
  const all = useRangedAnswer('listMachineConnections', (range) => ({ ...range, machineId, limit: 10_000 }), { refreshMs: 15_000 });
  const text = useServerText(all, state.text);
  const found = useRangedAnswer('listMachineConnections', (range) => ({ ...range, machineId, limit: 10_000, text }), {
    isEnabled: text !== undefined,
  });
  return (
    <DataTable
      label="connections"
      columns={connectionColumns}
      answer={preferFound(all, found, text)}
      keyOf={keyOf}
      state={state}
      onState={setState}

      empty={{
        title: 'No connections in this time range',
        why: 'Connections are summed up per minute and show when the minute ends. Widen the time range, or see under “Agent” whether it watches connections.',
      }}
    />
  );
}
