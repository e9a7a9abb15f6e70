import type { GraphEdge } from '@weft/schema';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn-graph.ts';

/** What the dossier is about. */
export type Selection =
  | { readonly kind: 'node'; readonly node: DrawnNode }
  | { readonly kind: 'edge'; readonly edge: DrawnEdge; readonly source: DrawnNode; readonly target: DrawnNode }
  /** The address names something that this graph does not have: another hour, or filtered out. */
  | { readonly kind: 'absent' };

/** Finds what `key` names: a node, a line, or one edge of a line (the table's rows are single edges). */
export function selectionOf(drawn: DrawnGraph, key: string | undefined): Selection | undefined {
  if (key === undefined) return undefined;
  const byKey = new Map(drawn.nodes.map((node) => [node.key, node]));
  const node = byKey.get(key) ?? drawn.nodes.find(({ members }) => members.some((member) => member.key === key));
  if (node !== undefined) return { kind: 'node', node };
  const edge = drawn.edges.find((line) => line.key === key || line.members.some((member: GraphEdge) => member.key === key));
  const source = byKey.get(edge?.source ?? '');
  const target = byKey.get(edge?.target ?? '');
  if (edge === undefined || source === undefined || target === undefined) return { kind: 'absent' };
  return { kind: 'edge', edge, source, target };
}

/** Key by which the picture knows the selection. */
export function drawnKeyOf(selection: Selection | undefined): string | undefined {
  if (selection === undefined || selection.kind === 'absent') return undefined;
  return selection.kind === 'node' ? selection.node.key : selection.edge.key;
}
