import type { Motion } from './motion.ts';

/** Layers of sigma that show the picture, from the bottom; what is under the pointer is left out. */
const shownLayers = ['edges', 'nodes', 'labels'];

/** A still of the picture that can be moved without drawing it again. */
export interface PictureSnapshot {
  readonly place: (motion: Motion) => void;
  readonly remove: () => void;
}

/** Lays a still of `layers` over `picture` and hides what is under it until it is removed. */
export function takeSnapshot(picture: HTMLElement, layers: Readonly<Record<string, HTMLCanvasElement>>): PictureSnapshot | undefined {
  const first = layers[shownLayers[0] ?? ''];
  const still = document.createElement('canvas');
  const context = still.getContext('2d');
  if (first === undefined || context === null) return undefined;
  still.width = first.width;
  still.height = first.height;
  still.style.cssText = `position:absolute;left:0;top:0;width:${picture.clientWidth}px;height:${picture.clientHeight}px;transform-origin:0 0;will-change:transform;pointer-events:none`;
  for (const name of shownLayers) {
    const layer = layers[name];
    if (layer !== undefined) context.drawImage(layer, 0, 0, still.width, still.height);
  }
  picture.after(still);
  picture.style.visibility = 'hidden';
  return {
    place: ({ x, y, scale }) => {
      still.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    },
    remove: () => {
      picture.style.visibility = '';
      still.remove();
    },
  };
}
