import { readFileSync } from 'node:fs';
import { nowBootNs } from '@weft/sensor';

/** ns since boot. The sensor's clock; where its addon does not load, `/proc/uptime`, which is as good as 10 ms. */
export function createBootTime(): () => number {
  try {
    nowBootNs();
    return nowBootNs;
  } catch {
    return () => Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0] ?? 0) * 1e9;
  }
}
