import { CappedCache, type Clock } from '@weft/base';

export interface AttemptLimit {
  /** Takes one attempt; undefined when it may go on, else the seconds to wait. */
  readonly take: (key: string) => number | undefined;
  /** Forgets the key's attempts, after a success. */
  readonly clear: (key: string) => void;
}

export interface AttemptRate {
  /** Attempts at once. */
  readonly burst: number;
  /** Time until one more attempt is allowed. */
  readonly refillMs: number;
  /** Keys remembered; beyond, the one tried longest ago is forgotten. */
  readonly maxKeys: number;
}

/** Attempts per key, as a bucket that refills. Memory is bounded by `maxKeys`; keys are cut to 320 characters. */
export function createAttemptLimit(rate: AttemptRate, clock: Pick<Clock, 'monotonicMs'>): AttemptLimit {
  /** Per key, when its bucket will be full again. */
  const fullAtMs = new CappedCache<string, number>({ maxEntries: rate.maxKeys, maxBytes: rate.maxKeys * MAX_KEY_LENGTH * 2 });
  return {
    take: (key) => {
      const name = key.slice(0, MAX_KEY_LENGTH);
      const nowMs = clock.monotonicMs();
      const fullAt = Math.max(nowMs, fullAtMs.get(name) ?? nowMs);
      const waitMs = fullAt - nowMs - (rate.burst - 1) * rate.refillMs;
      if (waitMs > 0) return waitMs / 1000;
      fullAtMs.set(name, fullAt + rate.refillMs, name.length * 2);
      return undefined;
    },
    clear: (key) => void fullAtMs.delete(key.slice(0, MAX_KEY_LENGTH)),
  };
}

/** Longest email address (RFC 5321: 64 + 1 + 255). */
const MAX_KEY_LENGTH = 320;
