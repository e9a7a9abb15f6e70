/** What the sensor watches, and the ways to watch it, best first. A new feature or tier is a new line here and a file in bpf/. */
import type { Feature, Tier } from './sensor';

export interface Way {
  readonly tier: Tier;
  /** Name in `addon/variants.c`. */
  readonly variant: string;
  /** What this way lacks; `undefined` for the best one. */
  readonly lacks: string | undefined;
}

export interface FeatureEntry {
  readonly feature: Feature;
  readonly ring: 'lifecycle' | 'network';
  readonly ways: readonly Way[];
}

export const features: readonly FeatureEntry[] = [
  { feature: 'process', ring: 'lifecycle', ways: [{ tier: 'tracepoint', variant: 'process', lacks: undefined }] },
  {
    feature: 'connection',
    ring: 'network',
    ways: [
      { tier: 'tracepoint', variant: 'connection', lacks: undefined },
      {
        tier: 'tracepoint',
        variant: 'connection_basic',
        lacks: 'an accepted connection belongs to its listener until it is closed (this kernel does not tell who uses a socket: Linux 6.3)',
      },
    ],
  },
];
