const grouped = new Intl.NumberFormat('en-US');

/** `1234567` as `1,234,567`. */
export function formatCount(count: number): string {
  return grouped.format(count);
}
