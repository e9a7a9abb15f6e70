import type { ProcessRow } from '@weft/schema';
import { useMemo, type ReactNode } from 'react';
import { joinFound, useServerText } from '../data/cut-list.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import type { MachineTabProps } from './machine-tabs.tsx';
import { processColumns } from './process-columns.tsx';
import { ProcessDetails } from './process-details.tsx';

const codec = tableCodec(processColumns, { column: 'pid', isDescending: false });
const keyOf = (process: ProcessRow): string => String(process.pidHash);
const parentKeyOf = (process: ProcessRow): string => String(process.parentPidHash);

/** The processes of the time range as a tree; those that ended too. */
export function ProcessesTab({ machineId }: MachineTabProps): ReactNode {
  const [state, setState] = useUrlState(codec);
  const all = useRangedAnswer('listMachineProcesses', (range) => ({ ...range, machineId, limit: 10_000 }), { refreshMs: 15_000 });
  const text = useServerText(all, state.text);
  const found = useRangedAnswer('listMachineProcesses', (range) => ({ ...range, machineId, limit: 10_000, text }), {
    isEnabled: text !== undefined,
  });
  const answer = useMemo(() => joinFound(all, found, text, keyOf), [all, found, text]);
  return (
    <DataTable
      label="processes"
      columns={processColumns}
      answer={answer}
      keyOf={keyOf}
      parentKeyOf={parentKeyOf}
      state={state}
      onState={setState}
      renderDetails={(process) => <ProcessDetails machineId={machineId} process={process} />}
      empty={{
        title: 'No processes in this time range',
        why: 'The agent reports processes with network activity, in a container or of a login, and their ancestors, within seconds. Widen the time range, or see under “Agent” whether it watches processes.',
      }}
    />
  );
}
