import { seededPosition, type Position } from './seeded-position.ts';

export interface LayoutNode {
  readonly key: string;
}

export interface LayoutEdge {
  readonly source: string;
  readonly target: string;
}

export interface StartingPositions {
  readonly positions: ReadonlyMap<string, Position>;
  /** Keys that keep their place; empty when so much is new that the whole picture is laid out afresh. */
  readonly fixed: ReadonlySet<string>;
}

/** Above this part of new nodes, holding the old ones still would squeeze the new ones in where they do not belong. */
const newPartForFreshLayout = 0.3;

/**
 * Where each node starts: where it was, else beside a neighbour that was there, else at its seeded place. With few new
 * nodes the old ones do not move, so that a refresh does not make the picture jump.
 */
export function startingPositions(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  kept: (key: string) => Position | undefined,
): StartingPositions {
  const radius = 10 * Math.sqrt(nodes.length + 1);
  const known = new Map<string, Position>();
  for (const { key } of nodes) {
    const position = kept(key);
    if (position !== undefined) known.set(key, position);
  }
  const neighbours = placedNeighbours(edges, known);
  const positions = new Map(
    nodes.map(({ key }) => [key, known.get(key) ?? beside(neighbours.get(key), key) ?? seededPosition(key, radius)]),
  );
  const isMostlyKnown = nodes.length > 0 && known.size >= nodes.length * (1 - newPartForFreshLayout);
  return { positions, fixed: isMostlyKnown ? new Set(known.keys()) : new Set() };
}

function placedNeighbours(edges: readonly LayoutEdge[], known: ReadonlyMap<string, Position>): Map<string, Position> {
  const found = new Map<string, Position>();
  for (const { source, target } of edges) {
    const atSource = known.get(source);
    const atTarget = known.get(target);
    if (atSource !== undefined && !found.has(target)) found.set(target, atSource);
    if (atTarget !== undefined && !found.has(source)) found.set(source, atTarget);
  }
  return found;
}

function beside(neighbour: Position | undefined, key: string): Position | undefined {
  if (neighbour === undefined) return undefined;
  const offset = seededPosition(key, 12);
  return { x: neighbour.x + offset.x, y: neighbour.y + offset.y };
}
