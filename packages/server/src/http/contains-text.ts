/**
 * SQL condition: one of the columns contains the parameter `text`, in any case. Empty text is no condition.
 * The columns are ours, never a caller's.
 */
export function containsText(text: string | undefined, columns: readonly string[]): string {
  if (text === undefined || text === '') return '1';
  return `(${columns.map((column) => `positionCaseInsensitiveUTF8(ifNull(toString(${column}), ''), {text:String}) > 0`).join(' OR ')})`;
}
