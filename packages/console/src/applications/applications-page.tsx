import { useMemo, type ReactNode } from 'react';
import { mapAnswer } from '../data/answer.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { useMachineNames } from '../graph/state/use-machine-names.ts';
import { places } from '../links/place.ts';
import { PageHeader } from '../page/page-header.tsx';
import { DataTable } from '../table/data-table.tsx';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { applicationsSentence } from './applications-sentence.ts';
import { applicationColumns, applicationFields } from './application-columns.tsx';

const codec = tableCodec(applicationFields, { column: 'first', isDescending: true });

/** Every application that ran in the time range, the newest first. */
export function ApplicationsPage(): ReactNode {
  const [state, setState] = useUrlState(codec);
  const { names } = useMachineNames();
  const answer = useRangedAnswer('listApplications', (range) => ({ ...range, limit: 10_000 }), { refreshMs: 60_000 });
  const columns = useMemo(() => applicationColumns(names), [names]);
  const rows = useMemo(
    () =>
      mapAnswer(answer, (list) => ({
        total: list.total,
        rows: list.rows.map((application) => ({ application, machineNames: application.machines.map((id) => names.get(id) ?? id) })),
      })),
    [answer, names],
  );
  return (
    <>
      <PageHeader title="Applications" sentence={applicationsSentence(answer)} />
      <DataTable
        label="applications"
        columns={columns}
        answer={rows}
        keyOf={({ application }) => application.application}
        state={state}
        onState={setState}
        placeOf={({ application }) => places.application(application.application)}
        empty={{
          title: 'No application in this time range',
          why: 'An application shows as soon as an agent has seen one of its processes. Widen the time range, or look whether the agents run:',
          command: './weft status',
        }}
      />
    </>
  );
}
