import type { Position } from '../layout/seeded-position.ts';
import type { LaunchTree } from '../layout/launch-tree.ts';
import type { DrawnEdge, DrawnGraph } from '../model/drawn-graph.ts';
import { edgeWidthPx, nodeRadiusPx, type SizeMeaning } from '../model/drawn-size.ts';
import type { Palette } from './palette.ts';
import { sceneEdge, sceneNode, spotlight, type Emphasis } from './scene.ts';
import type { Scene } from './show-scene.ts';

export interface Composition {
  readonly drawn: DrawnGraph;
  readonly positions: ReadonlyMap<string, Position>;
  readonly size: SizeMeaning;
  readonly emphasis: Emphasis;
  readonly palette: Palette;
  /** Part of a page's room that the picture has, 0 to 1. */
  readonly room: number;
  /** Set when launches are shown as a tree. */
  readonly tree: LaunchTree | undefined;
}

/** Below this many nodes there is room for every name. */
const mostNamesAtOnce = 60;

/** The force layout makes a disc, screens are wide. */
const mapStretch = 1.5;

/** Beyond, edges step back behind the nodes. */
const mostBoldEdges = 3_000;

/** Half a row of the tree has room for it. */
const treeRadiusPx = 5;

/** Looks and places of all that has a place. The tree shows launches only; an edge from a node to itself has no line. */
export function composeScene({ drawn, positions, size, emphasis, palette, room, tree }: Composition): Scene {
  const isTree = tree !== undefined;
  // a small picture is as crowded as a large one with more nodes
  const crowd = isTree ? 0 : positions.size / room;
  const edgePalette = edgePaletteFor(palette, drawn.edges.length, isTree);
  const acrossPalette = { ...palette, launch: palette.dimEdge };
  const light = spotlight(drawn, emphasis);
  const nodes = drawn.nodes.flatMap((node) => {
    const position = positions.get(node.key);
    return position === undefined
      ? []
      : [sceneNode(node, position, isTree ? treeRadiusPx : nodeRadiusPx(node, size, crowd), palette, light)];
  });
  const edges = drawn.edges
    .filter(
      ({ kind, source, target }) => source !== target && positions.has(source) && positions.has(target) && (!isTree || kind === 'launch'),
    )
    .map((edge) => sceneEdge(edge, edgeWidthPx(edge, crowd), isAcross(edge, tree) ? acrossPalette : edgePalette, light));
  return {
    nodes,
    edges,
    selected: emphasis.selected,
    palette,
    stretch: isTree ? 1 : mapStretch,
    isGrowing: !isTree,
    isNamingAll: crowd <= mostNamesAtOnce,
  };
}

function edgePaletteFor(palette: Palette, edgeCount: number, isTree: boolean): Palette {
  if (isTree) return { ...palette, launch: palette.connection };
  if (edgeCount <= mostBoldEdges) return palette;
  const { crowdedEdge, crowdedNewEdge } = palette;
  return { ...palette, connection: crowdedEdge, launch: crowdedEdge, newEdge: crowdedNewEdge };
}

/** A launch that is not the tree's own crosses it; it stays in the background until chosen. */
function isAcross(edge: DrawnEdge, tree: LaunchTree | undefined): boolean {
  return tree !== undefined && tree.parents.get(edge.target) !== edge.source;
}
