import { VisuallyHidden } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { valueOf } from '../data/answer.ts';
import { Dossier } from '../dossier/dossier.tsx';
import { usePageTitle } from '../page/use-page-title.ts';
import { useUrlState } from '../url/use-url-state.ts';
import { GraphBody } from './graph-body.tsx';
import css from './graph-page.module.css';
import { GraphToolbar } from './graph-toolbar.tsx';
import { HourSlider } from './hour-slider.tsx';
import { LossNotice } from './loss-notice.tsx';
import { findNodes } from './model/find-nodes.ts';
import { selectionOf } from './model/selection.ts';
import { graphCodec } from './state/graph-state.ts';
import { useGraph } from './state/use-graph.ts';

/** Most nodes lit by a search; more would light everything. */
const mostFound = 200;

/** The behaviour graph: picture, tree or table of the same edges, and the dossier of what is chosen. */
export function GraphPage(): ReactNode {
  usePageTitle('Graph');
  const [state, setState] = useUrlState(graphCodec);
  const data = useGraph(state);
  const { drawn } = data;
  const [foundAt, setFoundAt] = useState(0);
  const found = useMemo(() => findNodes(drawn.nodes, state.find).slice(0, mostFound), [drawn, state.find]);
  const selection = useMemo(() => selectionOf(drawn, state.table.row), [drawn, state.table.row]);
  const choose = (key: string | undefined): void => setState({ ...state, table: { ...state.table, row: key } });
  return (
    <div className={css['page']}>
      <VisuallyHidden component="h1">Behaviour graph</VisuallyHidden>
      <GraphToolbar state={state} setState={setState} data={data} />
      <LossNotice loss={data.machines.loss} />
      <div className={css['middle']}>
        <GraphBody
          state={state}
          setState={setState}
          data={data}
          selection={selection}
          found={found}
          foundAt={foundAt}
          onFoundAt={setFoundAt}
          onChoose={choose}
        />
        {selection !== undefined && valueOf(data.answer) !== undefined && (
          <Dossier
            selection={selection}
            rows={data.rows}
            machineNames={data.machines.names}
            onChoose={choose}
            onClose={() => choose(undefined)}
            around={state.around}
            onAround={(around) => setState({ ...state, around })}
          />
        )}
      </div>
      <HourSlider hour={state.hour} onHour={(hour) => setState({ ...state, hour }, 'replace')} />
    </div>
  );
}
