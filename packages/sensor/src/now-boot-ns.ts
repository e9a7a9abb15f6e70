import { loadNative } from './native';

/** CLOCK_BOOTTIME in ns, the clock of every event. Throws when the addon is missing. */
export function nowBootNs(): number {
  const loaded = loadNative();
  if (loaded.kind === 'missing') throw new Error(loaded.reason);
  return loaded.native.nowBootNs();
}
