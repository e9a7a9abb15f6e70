import { useMemo } from 'react';
import { valueOf, type Answer } from '../data/answer.ts';
import type { AnswerOf } from '../data/api.ts';
import { useRangedAnswer } from '../data/use-answer.ts';
import { drawGraph, type DrawnGraph } from '../graph/model/drawn-graph.ts';
import { edgeRows, type EdgeRow } from '../graph/model/edge-row.ts';

export interface NeighbourData {
  readonly answer: Answer<AnswerOf<'getGraph'>>;
  readonly drawn: DrawnGraph;
  /** Connections and names of this application. */
  readonly peers: readonly EdgeRow[];
  /** Launches from and of this application. */
  readonly launches: readonly EdgeRow[];
}

/** A picture of more would be a ball of wool at this size; the table and the graph page have all. */
const mostNodes = 500;

/** The graph around one application. */
export function useNeighbours(application: string, names: ReadonlyMap<string, string>): NeighbourData {
  const key = `app:${application}`;
  const answer = useRangedAnswer('getGraph', (range) => ({ ...range, around: key, maxNodes: mostNodes }), {
    isEnabled: application !== '',
  });
  const graph = valueOf(answer);
  return useMemo(() => {
    const { nodes, edges } = graph ?? { nodes: [], edges: [] };
    const own = edgeRows(nodes, edges, names).filter(({ edge }) => edge.source === key || edge.target === key);
    return {
      answer,
      drawn: drawGraph(
        nodes,
        own.map(({ edge }) => edge),
        { isByOwner: false, openOwners: new Set() },
      ),
      peers: own.filter(({ edge }) => edge.kind !== 'launch'),
      launches: own.filter(({ edge }) => edge.kind === 'launch'),
    };
  }, [answer, graph, key, names]);
}
