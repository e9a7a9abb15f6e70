import Graph from 'graphology';
import Sigma from 'sigma';
import type { Position } from '../layout/seeded-position.ts';
import { nearestEdge, type Segment } from './nearest-edge.ts';
import type { Palette } from './palette.ts';
import { rendererSettings } from './renderer-settings.ts';
import type { SceneEdge, SceneNode } from './scene.ts';

/** What a person pointed at. */
export type Picked = { readonly kind: 'node' | 'edge'; readonly key: string } | { readonly kind: 'nothing' };

export interface RendererEvents {
  readonly onPick: (picked: Picked) => void;
  readonly onDoublePick: (nodeKey: string) => void;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly selected: string | undefined;
  readonly palette: Palette;
  /** Every node has its name beside it, as in the tree; otherwise the large ones that have room. */
  readonly isNamingAll: boolean;
}

export interface GraphRenderer {
  readonly show: (scene: Scene) => void;
  /** Moves nodes that are shown; the rest stays. */
  readonly move: (positions: ReadonlyMap<string, Position>) => void;
  readonly centreOn: (nodeKey: string) => void;
  readonly fit: () => void;
  readonly zoom: (direction: 'in' | 'out') => void;
  /** At least one pixel to a unit of the layout, the top left corner of the picture in view: for reading a tree. */
  readonly fitToRead: () => void;
  readonly kill: () => void;
}

/** How far beside a line a click still means it, in pixels. */
const edgeReachPx = 6;
const cameraMs = 250;

/** Draws scenes with sigma into `container`, which must have a size. Throws where the browser has no WebGL. */
export function createGraphRenderer(container: HTMLElement, palette: Palette, events: RendererEvents): GraphRenderer {
  const sigma = new Sigma(new Graph(), container, rendererSettings(palette));
  const camera = sigma.getCamera();
  sigma.on('clickNode', ({ node }) => events.onPick({ kind: 'node', key: node }));
  sigma.on('clickStage', ({ event }) => events.onPick(edgeAt(sigma, event)));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.onDoublePick(node);
  });
  return {
    show: (scene) => showScene(sigma, scene),
    move: (positions) => {
      sigma
        .getGraph()
        .updateEachNodeAttributes((key, attributes) => ({ ...attributes, ...positions.get(key) }), { attributes: ['x', 'y'] });
    },
    centreOn: (nodeKey) => {
      const place = sigma.getNodeDisplayData(nodeKey);
      if (place !== undefined) void camera.animate({ x: place.x, y: place.y, ratio: Math.min(camera.ratio, 0.5) }, { duration: cameraMs });
    },
    fit: () => void camera.animatedReset({ duration: cameraMs }),
    zoom: (direction) =>
      void (direction === 'in' ? camera.animatedZoom({ duration: cameraMs }) : camera.animatedUnzoom({ duration: cameraMs })),
    fitToRead: () => fitToRead(sigma),
    kill: () => sigma.kill(),
  };
}

function showScene(sigma: Sigma, scene: Scene): void {
  const graph = new Graph({ type: 'directed', multi: true, allowSelfLoops: true });
  for (const { key, shape, isRaised, ...looks } of scene.nodes) {
    graph.addNode(key, { ...looks, type: shape, zIndex: isRaised ? 1 : 0, highlighted: key === scene.selected });
  }
  for (const { key, source, target, isRaised, ...looks } of scene.edges) {
    if (graph.hasNode(source) && graph.hasNode(target)) graph.addEdgeWithKey(key, source, target, { ...looks, zIndex: isRaised ? 1 : 0 });
  }
  sigma.setGraph(graph);
  sigma.setSettings(rendererSettings(scene.palette, scene.isNamingAll, graph.size));
}

function edgeAt(sigma: Sigma, at: Position): Picked {
  const key = nearestEdge(segments(sigma), at, edgeReachPx);
  return key === undefined ? { kind: 'nothing' } : { kind: 'edge', key };
}

/** Edges as lines in the viewport, in pixels. */
function* segments(sigma: Sigma): Generator<Segment> {
  const graph = sigma.getGraph();
  const places = new Map(
    graph.mapNodes((key) => [key, sigma.framedGraphToViewport(sigma.getNodeDisplayData(key) ?? { x: 0, y: 0 })] as const),
  );
  for (const { edge, source, target } of graph.edgeEntries()) {
    const from = places.get(source);
    const to = places.get(target);
    if (from !== undefined && to !== undefined) yield { key: edge, from, to };
  }
}

function fitToRead(sigma: Sigma): void {
  const camera = sigma.getCamera();
  const pxPerUnit = sigma.getGraphToViewportRatio() * camera.ratio;
  const ratio = Math.min(1, pxPerUnit);
  const box = sigma.getBBox();
  const corner = sigma.viewportToFramedGraph(sigma.graphToViewport({ x: box.x[0], y: box.y[1] }));
  const { width, height } = sigma.getDimensions();
  const middle = sigma.viewportToFramedGraph({ x: width / 2, y: height / 2 });
  const topLeft = sigma.viewportToFramedGraph({ x: 60, y: 40 });
  const grow = ratio / camera.ratio;
  camera.setState({ ratio, x: corner.x + (middle.x - topLeft.x) * grow, y: corner.y + (middle.y - topLeft.y) * grow });
}
