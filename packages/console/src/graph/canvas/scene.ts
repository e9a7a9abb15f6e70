import type { DrawnEdge, DrawnGraph, DrawnKind, DrawnNode } from '../model/drawn-graph.ts';
import type { Position } from '../layout/seeded-position.ts';
import type { Palette } from './palette.ts';
import type { NodeShape } from './shape-shaders.ts';

/** What stands out: everything when both are empty. */
export interface Emphasis {
  /** A node's or an edge's key. */
  readonly selected: string | undefined;
  /** Nodes the search found. */
  readonly found: ReadonlySet<string>;
}

export interface SceneNode extends Position {
  readonly key: string;
  readonly label: string;
  readonly shape: NodeShape;
  readonly size: number;
  readonly color: string;
  readonly isRaised: boolean;
  /** Its name shows even where others have taken the room. */
  readonly isNamed: boolean;
}

export interface SceneEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly size: number;
  readonly color: string;
  readonly isRaised: boolean;
}

export const shapeOf: Readonly<Record<DrawnKind, NodeShape>> = {
  application: 'circle',
  group: 'ring',
  name: 'square',
  network: 'square',
  address: 'hexagon',
  machine: 'hexagon',
};

const longestLabel = 34;
const mostNamedAtOnce = 40;

/** Looks of one node. */
export function sceneNode(node: DrawnNode, position: Position, size: number, palette: Palette, emphasis: Spotlight): SceneNode {
  const isLit = emphasis.isLit(node.key);
  const isFound = emphasis.isChosen(node.key);
  return {
    key: node.key,
    ...position,
    label: shorten(node.label),
    shape: shapeOf[node.kind],
    size,
    color: nodeColor(isLit, isFound, node.isNew, palette),
    isRaised: isLit && (isFound || emphasis.isOn),
    isNamed: isLit && emphasis.isNaming,
  };
}

function nodeColor(isLit: boolean, isChosen: boolean, isNew: boolean, palette: Palette): string {
  if (!isLit) return palette.dimNode;
  if (isChosen) return palette.selected;
  return isNew ? palette.newNode : palette.node;
}

/** Looks of one edge. */
export function sceneEdge(edge: DrawnEdge, size: number, palette: Palette, emphasis: Spotlight): SceneEdge {
  const isLit = emphasis.isEdgeLit(edge);
  return {
    key: edge.key,
    source: edge.source,
    target: edge.target,
    size,
    color: isLit ? edgeColor(edge, emphasis.isOn, palette) : palette.dimEdge,
    isRaised: isLit && (emphasis.isOn || edge.isNew),
  };
}

function edgeColor(edge: DrawnEdge, isSpotOn: boolean, palette: Palette): string {
  if (edge.isNew) return palette.newEdge;
  if (isSpotOn) return palette.node;
  return edge.kind === 'connection' ? palette.connection : palette.launch;
}

/** Which nodes and edges an emphasis leaves bright. */
export interface Spotlight {
  /** Something is emphasised, the rest is dimmed. */
  readonly isOn: boolean;
  /** So few are lit that each can have its name. */
  readonly isNaming: boolean;
  readonly isLit: (nodeKey: string) => boolean;
  readonly isChosen: (nodeKey: string) => boolean;
  readonly isEdgeLit: (edge: DrawnEdge) => boolean;
}

/** A chosen node lights its neighbours, a chosen edge its ends; search lights what it found. */
export function spotlight(drawn: DrawnGraph, { selected, found }: Emphasis): Spotlight {
  const touching = drawn.edges.filter(({ key, source, target }) => key === selected || source === selected || target === selected);
  const isSelectionDrawn = touching.length > 0 || drawn.nodes.some(({ key }) => key === selected);
  const lit = new Set([...found, ...touching.flatMap(({ source, target }) => [source, target])]);
  if (isSelectionDrawn && selected !== undefined) lit.add(selected);
  const litEdges = new Set(touching.map(({ key }) => key));
  const isOn = lit.size > 0;
  return {
    isOn,
    isNaming: isOn && lit.size <= mostNamedAtOnce,
    isLit: (key) => !isOn || lit.has(key),
    isChosen: (key) => key === selected || found.has(key),
    isEdgeLit: ({ key }) => !isOn || litEdges.has(key),
  };
}

function shorten(label: string): string {
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1)}…`;
}
