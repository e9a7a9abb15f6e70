import { unreachable } from '@weft/base';
import type { ReactNode } from 'react';
import { mapAnswer, type Answer } from '../data/answer.ts';
import type { AnswerOf } from '../data/api.ts';
import type { EdgeRow } from '../graph/model/edge-row.ts';
import { edgeColumns } from '../graph/model/edge-columns.tsx';
import type { EmptyProps } from '../states/empty.tsx';
import { DataTable } from '../table/data-table.tsx';
import type { Column } from '../table/column.ts';
import { tableCodec } from '../table/table-state.ts';
import { useUrlState } from '../url/use-url-state.ts';
import type { ApplicationTab } from './application-state.ts';
import { ContainersTab } from './containers-tab.tsx';
import { ExecsTab } from './execs-tab.tsx';
import type { NeighbourData } from './use-neighbours.ts';

export interface ApplicationTabsProps {
  readonly tab: ApplicationTab;
  readonly application: AnswerOf<'getApplication'>;
  readonly neighbours: NeighbourData;
  readonly names: ReadonlyMap<string, string>;
}

/** The tab that is open. */
export function ApplicationTabs({ tab, application, neighbours, names }: ApplicationTabsProps): ReactNode {
  switch (tab) {
    case 'peers':
      return <EdgesTab label="peers" answer={neighbours.answer} rows={neighbours.peers} columns={peerColumns} empty={noPeers} />;
    case 'launches':
      return <EdgesTab label="launches" answer={neighbours.answer} rows={neighbours.launches} columns={launchColumns} empty={noLaunches} />;
    case 'containers':
      return <ContainersTab containers={application.containers} names={names} />;
    case 'execs':
      return <ExecsTab execs={application.recentExecs} names={names} />;
    default:
      return unreachable(tab);
  }
}

const launchFields = new Set(['from', 'to', 'times', 'machine', 'user', 'state', 'first', 'last']);
const launchColumns = edgeColumns.filter(({ id }) => launchFields.has(id));
const peerColumns = edgeColumns;
const codec = tableCodec(edgeColumns, { column: 'last', isDescending: true });

const noPeers: EmptyProps = {
  title: 'It talked to nobody',
  why: 'In this time range it opened no connection, accepted none and asked for no name that was seen. Widen the time range to see more.',
};
const noLaunches: EmptyProps = {
  title: 'No launches',
  why: 'In this time range it started no other application, and was not started itself: it ran from before. Widen the time range to see more.',
};

interface EdgesTabProps {
  readonly label: string;
  readonly answer: Answer<AnswerOf<'getGraph'>>;
  readonly rows: readonly EdgeRow[];
  readonly columns: readonly Column<EdgeRow>[];
  readonly empty: EmptyProps;
}

function EdgesTab({ label, answer, rows, columns, empty }: EdgesTabProps): ReactNode {
  const [state, setState] = useUrlState(codec);
  return (
    <DataTable
      label={`application-${label}`}
      columns={columns}
      answer={mapAnswer(answer, () => ({ rows, total: rows.length }))}
      keyOf={({ edge }) => edge.key}
      state={state}
      onState={setState}
      empty={empty}
    />
  );
}
