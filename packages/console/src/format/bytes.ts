const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** `1536` as `1.5 KiB`: three digits are enough to compare, the exact number goes into the title. */
export function formatBytes(bytes: number): string {
  let rest = bytes;
  let at = 0;
  while (Math.abs(rest) >= 1024 && at < units.length - 1) {
    rest /= 1024;
    at += 1;
  }
  const text = at === 0 || Math.abs(rest) >= 100 ? rest.toFixed(0) : rest.toFixed(1);
  return `${text} ${units[at] ?? 'B'}`;
}
