/** Notices that drawing each frame anew is too slow here. */
export interface FramePace {
  /** A frame of a motion, at this time in milliseconds. */
  readonly frame: (atMs: number) => void;
  /** The motion ended; the pause until the next one is no frame. */
  readonly rest: () => void;
  /** Once measured slow, always slow. */
  readonly isSlow: () => boolean;
}

/** 40 frames a second; below, a hand sees it. */
const slowFrameMs = 25;
const framesToTell = 4;

export function createFramePace(isKnownSlow: () => boolean): FramePace {
  let lastAtMs: number | undefined;
  let slowInARow = 0;
  let isSlow = false;
  return {
    frame: (atMs) => {
      slowInARow = lastAtMs !== undefined && atMs - lastAtMs > slowFrameMs ? slowInARow + 1 : 0;
      isSlow ||= slowInARow >= framesToTell;
      lastAtMs = atMs;
    },
    rest: () => {
      lastAtMs = undefined;
      slowInARow = 0;
    },
    isSlow: () => isSlow || isKnownSlow(),
  };
}
