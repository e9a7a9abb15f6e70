import type { Position } from './seeded-position.ts';

/** Positions by node key; the least recently set are forgotten beyond `cap` entries. */
export interface KeptPositions {
  readonly get: (key: string) => Position | undefined;
  readonly set: (key: string, position: Position) => void;
  readonly size: () => number;
}

export function createKeptPositions(cap: number): KeptPositions {
  const kept = new Map<string, Position>();
  return {
    get: (key) => kept.get(key),
    set: (key, position) => {
      kept.delete(key);
      kept.set(key, position);
      const oldest = kept.keys().next().value;
      if (kept.size > cap && oldest !== undefined) kept.delete(oldest);
    },
    size: () => kept.size,
  };
}
