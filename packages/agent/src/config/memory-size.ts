const UNIT_BYTES: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `750M`, `1g`, `200MB` or bytes; undefined when it is no size. Pure. */
export function parseMemorySize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]?)i?b?$/i.exec(text.trim());
  const unitBytes = UNIT_BYTES[match?.[2]?.toLowerCase() ?? 'none'];
  if (match === null || unitBytes === undefined) return undefined;
  return Math.round(Number(match[1]) * unitBytes);
}
