/** Wall and monotonic time, passed in so that pure code and tests own their time. */
export interface Clock {
  /** Unix epoch, milliseconds. May jump when the machine's clock is set. */
  readonly nowMs: () => number;
  /** Never goes back, milliseconds from an arbitrary start. For durations. */
  readonly monotonicMs: () => number;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};
