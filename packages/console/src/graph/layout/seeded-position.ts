export interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * A place on the disc of radius `radius` that depends on `key` alone: the same node starts at the same place in every
 * session and on every screen, so that a layout can be learnt.
 */
export function seededPosition(key: string, radius: number): Position {
  const hash = fnv1a(key);
  const angle = ((hash & 0xffff) / 0x10000) * 2 * Math.PI;
  const distance = Math.sqrt((hash >>> 16) / 0x10000) * radius;
  return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance };
}

/** FNV-1a, 32 bits, over UTF-16 units; mixed once more because its high bits move little on short keys. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
