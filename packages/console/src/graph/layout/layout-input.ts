import type { LayoutInput } from './force-layout.ts';
import type { LayoutEdge, LayoutNode, StartingPositions } from './starting-positions.ts';

export interface WeightedEdge extends LayoutEdge {
  readonly events: number;
}

/** Flattens nodes and edges into what the layout takes; node order is kept, edges to unknown nodes are left out. */
export function layoutInput(nodes: readonly LayoutNode[], edges: readonly WeightedEdge[], start: StartingPositions): LayoutInput {
  const index = new Map(nodes.map(({ key }, at) => [key, at]));
  const positions = new Float32Array(nodes.length * 2);
  const fixed = new Uint8Array(nodes.length);
  for (const [at, { key }] of nodes.entries()) {
    const position = start.positions.get(key) ?? { x: 0, y: 0 };
    positions.set([position.x, position.y], at * 2);
    fixed[at] = start.fixed.has(key) ? 1 : 0;
  }
  const flat = edges.flatMap(({ source, target, events }) => {
    const from = index.get(source);
    const to = index.get(target);
    // one busy pair must not collapse into a dot: pull grows with the logarithm
    return from === undefined || to === undefined || from === to ? [] : [from, to, 1 + Math.log10(1 + events) / 4];
  });
  return { positions, fixed, edges: Float32Array.from(flat) };
}
