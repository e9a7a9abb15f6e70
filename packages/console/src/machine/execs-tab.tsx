import type { ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { preferFound, useServerText } from '../data/cut-list.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { execColumns } from './exec-columns.tsx';
import { ExecDetails } from './exec-details.tsx';
import type { MachineTabProps } from './machine-tabs.tsx';

type ExecRow = RowOf<'listMachineExecs'>;

const codec = tableCodec(execColumns, { column: 'executed', isDescending: true });
const keyOf = (row: ExecRow): string => `${row.pidHash} ${row.executedAt}`;

/** Every program started in the time range. */
export function ExecsTab({ machineId }: MachineTabProps): ReactNode {
  const [state, setState] = useUrlState(codec);
  const all = useRangedAnswer('listMachineExecs', (range) => ({ ...range, machineId, limit: 10_000 }), { refreshMs: 15_000 });
  const text = useServerText(all, state.text);
  const found = useRangedAnswer('listMachineExecs', (range) => ({ ...range, machineId, limit: 10_000, text }), {
    isEnabled: text !== undefined,
  });
  return (
    <DataTable
      label="programs-started"
      columns={execColumns}
      answer={preferFound(all, found, text)}
      keyOf={keyOf}
      state={state}
      onState={setState}
      renderDetails={(exec) => <ExecDetails machineId={machineId} exec={exec} />}
      empty={{
        title: 'No program was started in this time range',
        why: 'Each exec shows here about two seconds after it happened. Widen the time range, or see under “Agent” whether it watches processes.',
      }}
    />
  );
}
