import type { ReactNode } from 'react';
import { useRangedAnswer } from '../data/use-answer.ts';
import { valueOf } from '../data/answer.ts';
import { MachinesSentence } from './machines-sentence.tsx';
import { places } from '../links/place.ts';
import { PageHeader } from '../page/page-header.tsx';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { installEmpty } from './install-empty.tsx';
import { machineColumns } from './machine-columns.tsx';

const codec = tableCodec(machineColumns, { column: 'machine', isDescending: false });

/** Every machine that ever reported. */
export function MachinesPage(): ReactNode {
  const answer = useRangedAnswer('listMachines', (range) => ({ ...range, limit: 10_000 }), { refreshMs: 30_000 });
  const [state, setState] = useUrlState(codec);
  const machines = valueOf(answer)?.rows ?? [];
  return (
    <>
      <PageHeader title="Machines" sentence={machines.length > 0 && <MachinesSentence machines={machines} />} />
      <DataTable
        label="machines"
        columns={machineColumns}
        answer={answer}
        keyOf={(machine) => machine.id}
        state={state}
        onState={setState}
        placeOf={(machine) => places.machine(machine.id)}
        empty={installEmpty}
      />
    </>
  );
}
