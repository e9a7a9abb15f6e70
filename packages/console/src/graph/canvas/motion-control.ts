import type { Sigma } from 'sigma';
import type { FramePace } from './frame-pace.ts';
import { panned, still, unmoved, zoomed, type Motion } from './motion.ts';
import type { Point } from './nearest-edge.ts';
import { takeSnapshot, type PictureSnapshot } from './picture-snapshot.ts';
import { createRestWatch } from './rest-watch.ts';

export interface MotionControl {
  /** The last press of the button moved the picture: it was no click. */
  readonly wasDragged: () => boolean;
  readonly kill: () => void;
}

/** A pause after which the picture is drawn anew; longer while the button is down, as the hand will go on. */
const restMs = 220;
const heldRestMs = 600;
/** A hand that clicks moves this far. */
const clickSlackPx = 3;
/** A notch of a wheel is 100 to 120 px: a third nearer. */
const zoomPerWheelPx = 1.0025;

/**
 * Pans with the pointer and zooms with the wheel. Where drawing a frame is too slow, a still of the picture is moved
 * instead, at the screen's pace, and the picture is drawn anew when the hand rests: 15,000 lines take a processor
 * 300 ms to draw and 3 ms to move.
 */
export function createMotionControl(sigma: Sigma, pace: FramePace): MotionControl {
  const picture = sigma.getContainer();
  const camera = sigma.getCamera();
  let motion: Motion = still;
  let snapshot: PictureSnapshot | undefined;
  let frameRequest: number | undefined;
  let pressed: Point | undefined;
  let isDragging = false;

  const commit = (): void => {
    if (motion !== still) moveCamera(sigma, motion);
    motion = still;
    if (snapshot === undefined) return;
    drawNow(sigma);
    snapshot.remove();
    snapshot = undefined;
  };
  const settle = (): void => {
    rest.stop();
    if (frameRequest !== undefined) cancelAnimationFrame(frameRequest);
    frameRequest = undefined;
    pace.rest();
    commit();
  };
  const frame = (atMs: number): void => {
    frameRequest = undefined;
    pace.frame(atMs);
    if (snapshot === undefined && pace.isSlow()) {
      drawNow(sigma);
      snapshot = takeSnapshot(picture, sigma.getCanvases());
    }
    if (snapshot === undefined) commit();
    else snapshot.place(motion);
  };
  const rest = createRestWatch(() => (pressed === undefined ? restMs : heldRestMs), settle);
  const move = (next: Motion): void => {
    motion = next;
    rest.moved();
    frameRequest ??= requestAnimationFrame(frame);
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Node) || !picture.contains(event.target)) return;
    pressed = { x: event.clientX, y: event.clientY };
    isDragging = false;
  };
  const onMove = (event: PointerEvent): void => {
    if (pressed === undefined) return;
    const [dx, dy] = [event.clientX - pressed.x, event.clientY - pressed.y];
    if (!isDragging && Math.hypot(dx, dy) < clickSlackPx) return;
    isDragging = true;
    pressed = { x: event.clientX, y: event.clientY };
    move(panned(motion, dx, dy));
  };
  const onUp = (): void => {
    if (pressed !== undefined && isDragging) settle();
    pressed = undefined;
  };
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    // sigma 3.0.3 zooms all the same when its own `preventSigmaDefault` is called on a wheel event
    event.stopPropagation();
    const box = picture.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    const { ratio } = camera;
    const [least, most] = [ratio / (camera.maxRatio ?? Infinity), ratio / (camera.minRatio ?? ratio / 1_000)];
    move(zoomed(motion, at, zoomPerWheelPx ** -event.deltaY, least, most));
  };
  return listen(sigma, { onDown, onMove, onUp, onWheel }, () => isDragging, settle);
}

interface Listeners {
  readonly onDown: (event: PointerEvent) => void;
  readonly onMove: (event: PointerEvent) => void;
  readonly onUp: () => void;
  readonly onWheel: (event: WheelEvent) => void;
}

/** sigma's own panning and zooming is held back; its clicks and hovering stay. */
function listen(sigma: Sigma, { onDown, onMove, onUp, onWheel }: Listeners, wasDragged: () => boolean, settle: () => void): MotionControl {
  const frame = sigma.getContainer().parentElement ?? sigma.getContainer();
  sigma.getMouseCaptor().on('mousemovebody', (event) => event.preventSigmaDefault());
  const controller = new AbortController();
  const { signal } = controller;
  // before sigma, which lets no wheel through
  frame.addEventListener('wheel', onWheel, { capture: true, passive: false, signal });
  frame.addEventListener('pointerdown', onDown, { capture: true, signal });
  globalThis.addEventListener('pointermove', onMove, { signal });
  globalThis.addEventListener('pointerup', onUp, { signal });
  globalThis.addEventListener('pointercancel', onUp, { signal });
  return {
    wasDragged,
    kill: () => {
      settle();
      controller.abort();
    },
  };
}

/** WebGL's pixels can be read in the same turn as they are drawn only; the browser takes them away with the frame. */
function drawNow(sigma: Sigma): void {
  sigma.refresh({ skipIndexation: true, partialGraph: {} });
}

function moveCamera(sigma: Sigma, motion: Motion): void {
  const { width, height } = sigma.getDimensions();
  const camera = sigma.getCamera();
  // by the camera as it is, not as it was when the last frame was drawn
  const middle = sigma.viewportToFramedGraph(unmoved(motion, { x: width / 2, y: height / 2 }), { cameraState: camera.getState() });
  camera.setState({ x: middle.x, y: middle.y, ratio: camera.ratio / motion.scale });
}
