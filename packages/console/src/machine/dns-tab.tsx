import type { ReactNode } from 'react';
import type { RowOf } from '../data/api.ts';
import { preferFound, useServerText } from '../data/cut-list.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { dnsColumns } from './dns-columns.tsx';

import type { MachineTabProps } from './machine-tabs.tsx';

type DnsRow = RowOf<'listMachineDns'>;

const codec = tableCodec(dnsColumns, { column: 'asked', isDescending: true });
const keyOf = (row: DnsRow): string =>
  `${row.askedAt} ${row.application} ${row.serverAddress} ${row.name} ${row.recordType} ${row.answerAddress ?? ''}`;

/** Names asked in the time range. */
export function DnsTab({ machineId }: MachineTabProps): ReactNode {
  const [state, setState] = useUrlState(codec);
  const all = useRangedAnswer('listMachineDns', (range) => ({ ...range, machineId, limit: 10_000 }), { refreshMs: 15_000 });
  const text = useServerText(all, state.text);
  const found = useRangedAnswer('listMachineDns', (range) => ({ ...range, machineId, limit: 10_000, text }), {
    isEnabled: text !== undefined,
  });
  return (
    <DataTable
      label="dns"
      columns={dnsColumns}
      answer={preferFound(all, found, text)}
      keyOf={keyOf}
      state={state}
      onState={setState}

      empty={{
        title: 'No names were asked in this time range',
        why: 'Either no application asked for a name, or the agent of this machine does not watch DNS: “Agent” says which.',
      }}
    />
  );
}
