/** Tells when a hand has come to rest. */
export interface RestWatch {
  /** The hand moved: the count starts anew. */
  readonly moved: () => void;
  readonly stop: () => void;
}

/**
 * Calls `onRest` once nothing has moved for `restMs` and two frames after it. Time alone would lie: while the browser is busy
 * drawing it holds the hand's moves back until its next frame.
 */
export function createRestWatch(restMs: () => number, onRest: () => void): RestWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frameRequest: number | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    if (frameRequest !== undefined) cancelAnimationFrame(frameRequest);
  };
  const afterFrames = (count: number): void => {
    frameRequest = requestAnimationFrame(() => (count === 1 ? onRest() : afterFrames(count - 1)));
  };
  return {
    moved: () => {
      stop();
      timer = setTimeout(() => afterFrames(2), restMs());
    },
    stop,
  };
}
