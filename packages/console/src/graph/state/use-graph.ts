import { useMemo } from 'react';
import { valueOf, type Answer } from '../../data/answer.ts';
import type { AnswerOf } from '../../data/api.ts';
import { useRangedAnswer } from '../../data/use-answer.ts';
import { selectRows } from '../../table/select-rows.ts';
import { drawGraph, type DrawnGraph } from '../model/drawn-graph.ts';
import { edgeColumns } from '../model/edge-columns.tsx';
import { edgeRows, type EdgeRow } from '../model/edge-row.ts';
import { filteredGraph } from '../model/filtered-graph.ts';
import { graphQuestion } from './graph-question.ts';
import type { GraphState } from './graph-state.ts';
import { useMachineNames, type MachineNames } from './use-machine-names.ts';

export interface GraphData {
  readonly answer: Answer<AnswerOf<'getGraph'>>;
  readonly machines: MachineNames;
  /** Every edge the server sent. */
  readonly rows: readonly EdgeRow[];
  /** Those the filter lets through, as picture. */
  readonly drawn: DrawnGraph;
  /** Edges the filter lets through. */
  readonly shownEdges: number;
}

/** The edges are aggregated by the hour; asking oftener than once a minute shows nothing new. */
const refreshMs = 60_000;

/** Asks for the graph that the page's state describes and prepares what is drawn. */
export function useGraph(state: GraphState): GraphData {
  const machines = useMachineNames();
  const answer = useRangedAnswer('getGraph', (range) => graphQuestion(state, machines.ids, range), { refreshMs });
  const graph = valueOf(answer);
  const rows = useMemo(() => (graph === undefined ? [] : edgeRows(graph.nodes, graph.edges, machines.names)), [graph, machines.names]);
  const { filters, text } = state.table;
  const isLaunches = state.view === 'launches';
  const shown = useMemo(() => {
    const passed = selectRows(isLaunches ? rows.filter(({ edge }) => edge.kind === 'launch') : rows, edgeColumns, {
      filters,
      text,
      sort: undefined,
    });
    return filteredGraph(graph?.nodes ?? [], passed, isLaunches || filters.length > 0 || text !== '');
  }, [graph, rows, filters, text, isLaunches]);
  const { isGrouped, openOwners } = state;
  const drawn = useMemo(
    () => drawGraph(shown.nodes, shown.edges, { isByOwner: isGrouped, openOwners: new Set(openOwners) }),
    [shown, isGrouped, openOwners],
  );
  return { answer, machines, rows, drawn, shownEdges: shown.edges.length };
}
