import type { GraphEdge, GraphNode } from '@weft/schema';
import { ownerWords } from '../../links/owner-words.ts';

/** `group`: all applications of one owner, drawn as one. */
export type DrawnKind = GraphNode['kind'] | 'group';

/** One thing on the picture: a node of the graph, or a closed group of them. */
export interface DrawnNode {
  readonly key: string;
  readonly kind: DrawnKind;
  readonly label: string;
  readonly owner: string | undefined;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly instances: number;
  /** Of a group: all of its members are. */
  readonly isNew: boolean;
  /** Nodes it stands for; itself alone unless it is a group. */
  readonly members: readonly GraphNode[];
}

/** One line on the picture: every edge of one kind from one drawn node to another, whatever the port. */
export interface DrawnEdge {
  readonly key: string;
  readonly kind: GraphEdge['kind'];
  readonly source: string;
  readonly target: string;
  readonly events: number;
  readonly bytes: number;
  /** One of its ports is; of a group's line: all that it stands for is, else everything would be bright. */
  readonly isNew: boolean;
  readonly members: readonly GraphEdge[];
}

export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

export interface Grouping {
  readonly isByOwner: boolean;
  /** Owners whose group is open: their applications are drawn one by one. */
  readonly openOwners: ReadonlySet<string>;
}

/** What the picture shows of a graph. Bytes and events are conserved; an edge whose ends fall into one group is not drawn. */
export function drawGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[], grouping: Grouping): DrawnGraph {
  const places = new Map<string, string>();
  const members = new Map<string, GraphNode[]>();
  const ownerSizes = grouping.isByOwner ? countApplications(nodes) : new Map<string, number>();
  for (const node of nodes) {
    const place = placeOf(node, grouping, ownerSizes);
    places.set(node.key, place);
    append(members, place, node);
  }
  return { nodes: [...members].map(([key, group]) => drawNode(key, group)), edges: drawEdges(edges, places) };
}

/** Key of an owner's group. */
export function groupKey(owner: string): string {
  return `group:${owner}`;
}

/** A group of one would only hide a name. */
function placeOf(node: GraphNode, grouping: Grouping, ownerSizes: ReadonlyMap<string, number>): string {
  const { owner } = node;
  if (owner === undefined || grouping.openOwners.has(owner) || (ownerSizes.get(owner) ?? 0) < 2) return node.key;
  return node.kind === 'application' ? groupKey(owner) : node.key;
}

function countApplications(nodes: readonly GraphNode[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, owner } of nodes) {
    if (kind === 'application' && owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}

function drawNode(key: string, members: readonly GraphNode[]): DrawnNode {
  const [first] = members;
  const isGroup = first === undefined || first.key !== key;
  return {
    key,
    kind: isGroup ? 'group' : first.kind,
    label: isGroup ? `${ownerWords(first?.owner ?? key)} (${members.length})` : first.label,
    owner: first?.owner,
    sentBytes: sum(members.map((member) => member.sentBytes)),
    receivedBytes: sum(members.map((member) => member.receivedBytes)),
    instances: sum(members.map((member) => member.instances)),
    isNew: members.every((member) => member.isNew),
    members,
  };
}

function drawEdges(edges: readonly GraphEdge[], places: ReadonlyMap<string, string>): DrawnEdge[] {
  const lines = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const source = places.get(edge.source);
    const target = places.get(edge.target);
    if (source === undefined || target === undefined || (source === target && edge.source !== edge.target)) continue;
    append(lines, drawnEdgeKey(edge.kind, source, target), edge);
  }
  return [...lines].flatMap(([key, members]) => drawEdge(key, members, places) ?? []);
}

function drawEdge(key: string, members: readonly GraphEdge[], places: ReadonlyMap<string, string>): DrawnEdge | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  const source = places.get(first.source) ?? first.source;
  const target = places.get(first.target) ?? first.target;
  const isOfGroup = source !== first.source || target !== first.target;
  return {
    key,
    kind: first.kind,
    source,
    target,
    events: sum(members.map((member) => member.events)),
    bytes: sum(members.map((member) => member.sentBytes + member.receivedBytes)),
    isNew: isOfGroup ? members.every((member) => member.isNew) : members.some((member) => member.isNew),
    members,
  };
}

/** Stable across refreshes; ends never hold a line break. */
export function drawnEdgeKey(kind: GraphEdge['kind'], source: string, target: string): string {
  return `${kind}\n${source}\n${target}`;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
