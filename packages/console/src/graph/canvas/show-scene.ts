import { MultiDirectedGraph } from 'graphology';
import type { Attributes } from 'graphology-types';
import type { Sigma } from 'sigma';
import type { Position } from '../layout/seeded-position.ts';
import type { Palette } from './palette.ts';
import { edgeProgramFor, rendererSettings } from './renderer-settings.ts';
import type { SceneEdge, SceneNode } from './scene.ts';

/** Every edge's ends are among the nodes. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly selected: string | undefined;
  readonly palette: Palette;
  /** Every node has its name beside it; otherwise one in each part of the picture, the largest. */
  readonly isNamingAll: boolean;
  /** Nodes grow as the camera comes nearer. */
  readonly isGrowing: boolean;
  /** Factor on x. */
  readonly stretch: number;
}

/** Moves nodes that are shown; the rest stays. */
export function movePlaces(sigma: Sigma, positions: ReadonlyMap<string, Position>, stretch: number): void {
  const placed = (key: string): Position | undefined => {
    const position = positions.get(key);
    return position === undefined ? undefined : { x: position.x * stretch, y: position.y };
  };
  sigma.getGraph().updateEachNodeAttributes((key, attributes) => ({ ...attributes, ...placed(key) }), { attributes: ['x', 'y'] });
}

/** With the same nodes and edges as before only their looks are set, which is ten times faster than a new graph. */
export function showScene(sigma: Sigma, scene: Scene): void {
  if (hasSameKeys(sigma, scene)) restyle(sigma, scene);
  else rebuild(sigma, scene);
  sigma.setSettings(rendererSettings(scene.palette, { ...scene, edgeCount: scene.edges.length }));
}

function hasSameKeys(sigma: Sigma, { nodes, edges }: Scene): boolean {
  const graph = sigma.getGraph();
  if (graph.order !== nodes.length || graph.size !== edges.length) return false;
  return nodes.every(({ key }) => graph.hasNode(key)) && edges.every(({ key }) => graph.hasEdge(key));
}

function restyle(sigma: Sigma, scene: Scene): void {
  const graph = sigma.getGraph();
  const nodes = new Map(scene.nodes.map((node) => [node.key, nodeAttributes(node, scene)]));
  const edges = new Map(scene.edges.map((edge) => [edge.key, edgeAttributes(edge, scene.edges.length)]));
  graph.updateEachNodeAttributes((key, before) => nodes.get(key) ?? before);
  // without the hint sigma takes it that every edge is already indexed, and throws for a graph it has yet to index
  graph.updateEachEdgeAttributes((key, before) => edges.get(key) ?? before, { attributes: ['size', 'color', 'type', 'zIndex'] });
}

function nodeAttributes({ x, y, label, size, color, shape, isRaised, isNamed, key }: SceneNode, { selected, stretch }: Scene): Attributes {
  return {
    x: x * stretch,
    y,
    label,
    size,
    color,
    type: shape,
    zIndex: isRaised ? 1 : 0,
    forceLabel: isNamed,
    highlighted: key === selected,
  };
}

function edgeAttributes({ size, color, isRaised }: SceneEdge, edgeCount: number): Attributes {
  return { size, color, type: edgeProgramFor(size, edgeCount), zIndex: isRaised ? 1 : 0 };
}

function rebuild(sigma: Sigma, scene: Scene): void {
  const graph = new MultiDirectedGraph();
  for (const node of scene.nodes) graph.addNode(node.key, nodeAttributes(node, scene));
  for (const edge of scene.edges) graph.addEdgeWithKey(edge.key, edge.source, edge.target, edgeAttributes(edge, scene.edges.length));
  sigma.setGraph(graph);
}
