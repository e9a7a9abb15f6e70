import type { GraphEdge, GraphNode } from '@weft/schema';
import type { EdgeRow } from './edge-row.ts';

export interface FilteredGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/**
 * The nodes and edges of the rows that a filter let through. Without a filter, nodes that have no edge stay too: an application
 * that only runs is still there.
 */
export function filteredGraph(all: readonly GraphNode[], rows: readonly EdgeRow[], isFiltered: boolean): FilteredGraph {
  const edges = rows.map(({ edge }) => edge);
  if (!isFiltered) return { nodes: all, edges };
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return { nodes: all.filter(({ key }) => ends.has(key)), edges };
}
