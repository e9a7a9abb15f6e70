import type { GraphEdge, GraphNode } from '@weft/schema';
import type { GraphFilter, GraphRows } from './graph-rows.ts';
import type { Observation } from './observation.ts';

export interface NodesAndEdges {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Rows a machine has a part in; all of them when none is asked for. */
export function ofMachine(
  machine: string | undefined,
  rows: GraphRows,
  observations: readonly Observation[],
): [GraphRows['nodes'], readonly Observation[]] {
  if (machine === undefined) return [rows.nodes, observations];
  return [
    rows.nodes.filter((row) => row.machineId === machine),
    observations.filter((each) => [each.row.machineId, each.sourceMachine, each.targetMachine].includes(machine)),
  ];
}

/** Owner and text keep what matches with its neighbours; `around` keeps a node, its neighbours and the edges among them. */
export function filterGraph(graph: NodesAndEdges, filter: GraphFilter): NodesAndEdges {
  const { owner, text, around } = filter;
  const byOwner = owner === undefined ? graph : withNeighbours(graph, (node) => node.owner === owner);
  const byText = text === undefined || text === '' ? byOwner : withNeighbours(byOwner, contains(text.toLowerCase()));
  return around === undefined ? byText : inducedBy(byText, neighbourhood(byText.edges, around));
}

/** The edges whose both ends are kept. */
export function inducedBy({ nodes, edges }: NodesAndEdges, keys: ReadonlySet<string>): NodesAndEdges {
  return {
    nodes: nodes.filter((node) => keys.has(node.key)),
    edges: edges.filter((edge) => keys.has(edge.source) && keys.has(edge.target)),
  };
}

function withNeighbours(graph: NodesAndEdges, matches: (node: GraphNode) => boolean): NodesAndEdges {
  const matching = new Set(graph.nodes.filter(matches).map((node) => node.key));
  const edges = graph.edges.filter((edge) => matching.has(edge.source) || matching.has(edge.target));
  const kept = new Set([...matching, ...edges.flatMap((edge) => [edge.source, edge.target])]);
  return { nodes: graph.nodes.filter((node) => kept.has(node.key)), edges };
}

function contains(text: string): (node: GraphNode) => boolean {
  return (node) => [node.key, node.label, ...node.users].some((value) => value.toLowerCase().includes(text));
}

function neighbourhood(edges: readonly GraphEdge[], key: string): Set<string> {
  const touching = edges.filter((edge) => edge.source === key || edge.target === key);
  return new Set([key, ...touching.flatMap((edge) => [edge.source, edge.target])]);
}
