import { statfsSync } from 'node:fs';
import type { Clock } from '@weft/base';

/** Free space on the disk of a folder, asked at most once a second. */
export interface DiskWatch {
  /** For an ordinary user, bytes; undefined when that cannot be known. */
  readonly freeBytes: () => number | undefined;
}

const FRESH_MS = 1000;

export function createDiskWatch(folder: string, clock: Pick<Clock, 'monotonicMs'>): DiskWatch {
  let free: number | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  return {
    freeBytes: () => {
      if (clock.monotonicMs() - askedAtMs < FRESH_MS) return free;
      askedAtMs = clock.monotonicMs();
      free = freeBytesOf(folder);
      return free;
    },
  };
}

function freeBytesOf(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
