const PAGE_ROWS = 20;

/** The row a key leads to, or nothing when the key is not one of ours. */
export function moveTo(key: string, at: number | undefined, count: number): number | undefined {
  if (count === 0) return undefined;
  const within = (to: number): number => Math.min(count - 1, Math.max(0, to));
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return within((at ?? -1) + 1);
    case 'k':
    case 'ArrowUp':
      return within((at ?? 1) - 1);
    case 'PageDown':
      return within((at ?? 0) + PAGE_ROWS);
    case 'PageUp':
      return within((at ?? 0) - PAGE_ROWS);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
