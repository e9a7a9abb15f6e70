import type { GraphEdge } from '@weft/schema';
import { inducedBy, type NodesAndEdges } from './filter-graph.ts';
import { compareText } from './fold.ts';

/**
 * Keeps the heaviest nodes and the edges among them. Weight: for each edge of the node, one plus the doublings of its
 * events and bytes, so that one bulk transfer does not outweigh a hundred neighbours. `kept` stays whatever it weighs.
 */
export function capGraph(graph: NodesAndEdges, maxNodes: number, kept: string | undefined): NodesAndEdges {
  if (graph.nodes.length <= maxNodes) return graph;
  const weights = nodeWeights(graph.edges);
  const weightOf = (key: string): number => (key === kept ? Number.POSITIVE_INFINITY : (weights.get(key) ?? 0));
  const heaviest = graph.nodes
    .map((node) => ({ key: node.key, weight: weightOf(node.key) }))
    .sort((a, b) => (a.weight === b.weight ? compareText(a.key, b.key) : b.weight - a.weight))
    .slice(0, maxNodes);
  return inducedBy(graph, new Set(heaviest.map((node) => node.key)));
}

function nodeWeights(edges: readonly GraphEdge[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const edge of edges) {
    const weight = 1 + Math.log2(1 + edge.events) + Math.log2(1 + edge.sentBytes + edge.receivedBytes);
    for (const key of new Set([edge.source, edge.target])) weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return weights;
}
