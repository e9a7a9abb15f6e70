import { Anchor, Button, SegmentedControl, Select, Switch } from '@mantine/core';
import { useCallback, type ReactNode } from 'react';
import { valueOf } from '../data/answer.ts';
import { FilterBar } from '../filter/filter-bar.tsx';
import { formatCount } from '../format/count.ts';
import { frequentValues } from '../table/frequent-values.ts';
import { FilterToggles } from './filter-toggles.tsx';
import css from './graph-page.module.css';
import { edgeColumns } from './model/edge-columns.tsx';
import { graphViews, nodeCaps, type GraphState, type GraphView } from './state/graph-state.ts';
import type { GraphData } from './state/use-graph.ts';

export interface GraphToolbarProps {
  readonly state: GraphState;
  readonly setState: (next: GraphState, step?: 'push' | 'replace') => void;
  readonly data: GraphData;
}

const viewTitles: Readonly<Record<GraphView, string>> = { map: 'Map', launches: 'Launches', table: 'Table' };

/** How to look, what to see, and how much of how much is shown. */
export function GraphToolbar({ state, setState, data }: GraphToolbarProps): ReactNode {
  const { rows } = data;
  const { table } = state;
  const valuesOf = useCallback((field: string) => frequentValues(rows, edgeColumns, field), [rows]);
  const setFilters = (filters: GraphState['table']['filters']): void => setState({ ...state, table: { ...table, filters } });
  return (
    <>
      <div className={css['row']}>
        <SegmentedControl
          size="xs"
          aria-label="View"
          data={graphViews.map((view) => ({ value: view, label: viewTitles[view] }))}
          value={state.view}
          onChange={(view) => setState({ ...state, view: graphViews.find((one) => one === view) ?? 'map' })}
        />
        <FilterToggles filters={table.filters} onFilters={setFilters} />
        {state.view !== 'table' && <Looks state={state} setState={setState} />}
        {state.around !== undefined && (
          <Button size="compact-xs" variant="light" onClick={() => setState({ ...state, around: undefined })}>
            Only neighbours of one node · show all
          </Button>
        )}
      </div>
      {state.view !== 'table' && (
        <div className={css['row']}>
          <FilterBar
            fields={edgeColumns}
            valuesOf={valuesOf}
            filters={table.filters}
            text={table.text}
            onFilters={setFilters}
            onText={(text) => setState({ ...state, table: { ...table, text } }, 'replace')}
          />
          <span className={css['count']} aria-live="polite">
            <CountWords data={data} />
            <MoreNodes state={state} setState={setState} data={data} />
          </span>
        </div>
      )}
    </>
  );
}

function Looks({ state, setState }: Omit<GraphToolbarProps, 'data'>): ReactNode {
  return (
    <>
      <Switch
        size="xs"
        label="Group by owner"
        checked={state.isGrouped}
        onChange={(event) => setState({ ...state, isGrouped: event.currentTarget.checked, openOwners: [] })}
      />
      <Select
        size="xs"
        w={140}
        aria-label="Size of nodes"
        allowDeselect={false}
        data={[
          { value: 'traffic', label: 'Size: traffic' },
          { value: 'instances', label: 'Size: instances' },
        ]}
        value={state.size}
        onChange={(size) => setState({ ...state, size: size === 'instances' ? 'instances' : 'traffic' })}
      />
    </>
  );
}

/** Counts nodes and edges of the graph itself, whether or not groups are closed. */
function CountWords({ data }: { readonly data: GraphData }): ReactNode {
  const graph = valueOf(data.answer);
  if (graph === undefined) return null;
  const nodes = data.drawn.nodes.reduce((sum, { members }) => sum + members.length, 0);
  return `${formatCount(nodes)} of ${formatCount(graph.totalNodes)} nodes, ${formatCount(data.shownEdges)} of ${formatCount(graph.totalEdges)} edges`;
}

/** Shown where the server kept back lighter nodes than asked for. */
function MoreNodes({ state, setState, data }: GraphToolbarProps): ReactNode {
  const graph = valueOf(data.answer);
  const more = nodeCaps.find((cap) => cap > state.maxNodes);
  if (graph === undefined || graph.shownNodes >= graph.totalNodes || more === undefined) return null;
  return (
    <>
      {' · '}
      <Anchor component="button" inherit onClick={() => setState({ ...state, maxNodes: more })}>
        show up to {formatCount(more)}
      </Anchor>
    </>
  );
}
