import { MultiDirectedGraph } from 'graphology';
import { Sigma } from 'sigma';
import type { CameraState } from 'sigma/types';
import type { Position } from '../layout/seeded-position.ts';
import { drawsInSoftware } from './draws-in-software.ts';
import { createFramePace } from './frame-pace.ts';
import { createMotionControl } from './motion-control.ts';
import { nearestEdge, type Segment } from './nearest-edge.ts';
import type { Palette } from './palette.ts';
import { rendererSettings } from './renderer-settings.ts';
import { movePlaces, showScene, type Scene } from './show-scene.ts';

/** What a person pointed at. */
export type Picked = { readonly kind: 'node' | 'edge'; readonly key: string } | { readonly kind: 'nothing' };

export interface RendererEvents {
  readonly onPick: (picked: Picked) => void;
  readonly onDoublePick: (nodeKey: string) => void;
}

export interface GraphRenderer {
  readonly show: (scene: Scene) => void;
  /** Moves nodes that are shown; the rest stays. */
  readonly move: (positions: ReadonlyMap<string, Position>) => void;
  readonly centreOn: (nodeKey: string) => void;
  readonly fit: () => void;
  readonly zoom: (direction: 'in' | 'out') => void;
  /** One pixel to a unit of the layout, the node at the left in the middle: for reading a tree from its root. */
  readonly readFrom: (nodeKey: string) => void;
  readonly kill: () => void;
}

/** How far beside a line a click still means it, in pixels. */
const edgeReachPx = 6;
const cameraMs = 250;
/** Without a graphics card, more than these take longer than a frame. */
const edgesDrawnLive = 200;
/** Where a tree's root stands, from the left. */
const rootAtPx = 40;

/** Draws scenes with sigma into `container`, which must have a size. Throws where the browser has no WebGL. */
export function createGraphRenderer(container: HTMLElement, palette: Palette, events: RendererEvents): GraphRenderer {
  const sigma = new Sigma(new MultiDirectedGraph(), container, rendererSettings(palette));
  const camera = sigma.getCamera();
  const isSoftware = drawsInSoftware(sigma.getCanvases()['nodes']?.getContext('webgl2') ?? null);
  const pace = createFramePace(() => isSoftware && sigma.getGraph().size > edgesDrawnLive);
  const motion = createMotionControl(sigma, pace);
  let stretch = 1;
  const goTo = (state: Partial<CameraState>): void => {
    if (pace.isSlow()) camera.setState(state);
    else void camera.animate(state, { duration: cameraMs });
  };
  sigma.on('clickNode', ({ node }) => motion.wasDragged() || events.onPick({ kind: 'node', key: node }));
  sigma.on('clickStage', ({ event }) => motion.wasDragged() || events.onPick(edgeAt(sigma, event)));
  sigma.on('doubleClickNode', (payload) => {
    payload.preventSigmaDefault();
    events.onDoublePick(payload.node);
  });
  return {
    show: (scene) => {
      stretch = scene.stretch;
      showScene(sigma, scene);
    },
    move: (positions) => movePlaces(sigma, positions, stretch),
    centreOn: (nodeKey) => {
      const place = placeOf(sigma, nodeKey);
      if (place !== undefined) goTo({ x: place.x, y: place.y, ratio: Math.min(camera.ratio, 0.5) });
    },
    fit: () => goTo({ x: 0.5, y: 0.5, ratio: 1 }),
    zoom: (direction) => goTo({ ratio: camera.getBoundedRatio(direction === 'in' ? camera.ratio / 1.5 : camera.ratio * 1.5) }),
    readFrom: (nodeKey) => readFrom(sigma, nodeKey),
    kill: () => {
      motion.kill();
      sigma.kill();
    },
  };
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

/** Where the camera finds a node. While a refresh is scheduled sigma answers in the layout's units, so it is done first. */
function placeOf(sigma: Sigma, nodeKey: string): Position | undefined {
  return sigma.refresh().getNodeDisplayData(nodeKey);
}

function readFrom(sigma: Sigma, nodeKey: string): void {
  const camera = sigma.getCamera();
  const root = placeOf(sigma, nodeKey);
  if (root === undefined) return;
  const [unit, origin] = [sigma.graphToViewport({ x: 0, y: -1 }), sigma.graphToViewport({ x: 0, y: 0 })];
  const ratio = camera.getBoundedRatio(camera.ratio * (unit.y - origin.y));
  const { width } = sigma.getDimensions();
  const [left, middle] = [sigma.viewportToFramedGraph({ x: rootAtPx, y: 0 }), sigma.viewportToFramedGraph({ x: width / 2, y: 0 })];
  camera.setState({ ratio, x: root.x + ((middle.x - left.x) * ratio) / camera.ratio, y: root.y });
}
