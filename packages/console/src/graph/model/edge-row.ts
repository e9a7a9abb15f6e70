import type { GraphEdge, GraphNode } from '@weft/schema';

/** An edge with both its ends: what the table shows, what a filter looks at, and from which the picture is drawn. */
export interface EdgeRow {
  readonly edge: GraphEdge;
  readonly source: GraphNode;
  readonly target: GraphNode;
  /** Host names; the id of a machine that is not known by name. */
  readonly machines: readonly string[];
}

/** Pairs edges with their ends. An edge without one of them cannot be drawn; the server promises there is none. */
export function edgeRows(nodes: readonly GraphNode[], edges: readonly GraphEdge[], hostnames: ReadonlyMap<string, string>): EdgeRow[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return edges.flatMap((edge) => {
    const source = byKey.get(edge.source);
    const target = byKey.get(edge.target);
    if (source === undefined || target === undefined) return [];
    return [{ edge, source, target, machines: edge.machines.map((id) => hostnames.get(id) ?? id) }];
  });
}
