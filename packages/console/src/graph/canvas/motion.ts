import type { Point } from './nearest-edge.ts';

/** How far a picture has been moved and grown since it was drawn: scaled about its top left corner, then shifted, in pixels. */
export interface Motion {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const still: Motion = { x: 0, y: 0, scale: 1 };

export function panned(motion: Motion, dx: number, dy: number): Motion {
  return { ...motion, x: motion.x + dx, y: motion.y + dy };
}

/** What is under `at` stays under it. `least` and `most` bound the scale. */
export function zoomed(motion: Motion, at: Point, factor: number, least: number, most: number): Motion {
  const scale = Math.min(most, Math.max(least, motion.scale * factor));
  const growth = scale / motion.scale;
  return { x: at.x - (at.x - motion.x) * growth, y: at.y - (at.y - motion.y) * growth, scale };
}

/** Where `at` was in the picture before it moved. */
export function unmoved(motion: Motion, at: Point): Point {
  return { x: (at.x - motion.x) / motion.scale, y: (at.y - motion.y) / motion.scale };
}
