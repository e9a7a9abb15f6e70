import type { Position } from '../layout/seeded-position.ts';
import type { DrawnGraph } from '../model/drawn-graph.ts';
import type { SizeMeaning } from '../model/drawn-size.ts';
import type { Scene } from './graph-renderer.ts';
import type { Palette } from './palette.ts';
import { sceneEdge, sceneNode, spotlight, type Emphasis } from './scene.ts';

export interface Composition {
  readonly drawn: DrawnGraph;
  readonly positions: ReadonlyMap<string, Position>;
  readonly size: SizeMeaning;
  readonly emphasis: Emphasis;
  readonly palette: Palette;
  readonly isTree: boolean;
}

/** Below this many nodes there is room for every name. */
const mostNamesAtOnce = 60;

/** Looks and places of all that has a place. The tree shows launches only; an edge from a node to itself has no line. */
export function composeScene({ drawn, positions, size, emphasis, palette, isTree }: Composition): Scene {
  const light = spotlight(drawn, emphasis);
  const nodes = drawn.nodes.flatMap((node) => {
    const position = positions.get(node.key);
    return position === undefined ? [] : [sceneNode(node, position, size, palette, light)];
  });
  const edges = drawn.edges
    .filter(
      ({ kind, source, target }) => source !== target && positions.has(source) && positions.has(target) && (!isTree || kind === 'launch'),
    )
    .map((edge) => sceneEdge(edge, palette, light));
  return { nodes, edges, selected: emphasis.selected, palette, isNamingAll: isTree || nodes.length <= mostNamesAtOnce };
}
