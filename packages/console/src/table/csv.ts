import { textsOf, type CellValue, type Column } from './column.ts';

/**
 * The rows as CSV, RFC 4180: CRLF, quotes doubled, a header line. Numbers and instants are exact, not as shown.
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection):
 * command lines and names come from the watched machines, and an attacker chooses them.
 */
export function toCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [columns.map(({ title }) => csvField(title)), ...rows.map((row) => columns.map((column) => csvField(column.value(row))))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function csvField(value: CellValue): string {
  if (typeof value === 'number') return String(value);
  const text = textsOf(value).join(' ');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
