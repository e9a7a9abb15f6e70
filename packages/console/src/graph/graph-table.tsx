import { useMemo, type ReactNode } from 'react';
import { mapAnswer } from '../data/answer.ts';
import { DataTable } from '../table/data-table.tsx';
import { edgeColumns } from './model/edge-columns.tsx';
import type { GraphState } from './state/graph-state.ts';
import type { GraphData } from './state/use-graph.ts';

export interface GraphTableProps {
  readonly state: GraphState;
  readonly setState: (next: GraphState, step?: 'push' | 'replace') => void;
  readonly data: GraphData;
}

/** The graph in words: one row per edge, with the picture's own filter. */
export function GraphTable({ state, setState, data }: GraphTableProps): ReactNode {
  const { rows, answer } = data;
  const edges = useMemo(() => mapAnswer(answer, ({ totalEdges }) => ({ rows, total: totalEdges })), [answer, rows]);
  return (
    <DataTable
      label="graph-edges"
      columns={edgeColumns}
      answer={edges}
      keyOf={({ edge }) => edge.key}
      state={state.table}
      onState={(table, step) => setState({ ...state, table }, step)}
      empty={{
        title: 'No edges in this time range',
        why: 'Agents report programs started, connections and names asked. Widen the time range, or look whether the agents run:',
        command: './weft status',
      }}
    />
  );
}
