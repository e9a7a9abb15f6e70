import { nearestWord } from '@weft/base';
import { tables } from '@weft/schema';

const MAX_DAYS = 3650;

/** Reads `TABLE=DAYS`. */
export function readRetention(texts: readonly string[], problems: string[]): Readonly<Record<string, number>> {
  const days: Record<string, number> = {};
  for (const text of texts) {
    const [, table = '', number = ''] = /^(\w+)=(\d+)$/.exec(text) ?? [];
    const value = Number(number);
    if (!(table in tables)) problems.push(`--retention-of must be TABLE=DAYS, got "${text}"${hint(table)}`);
    else if (value < 1 || value > MAX_DAYS) problems.push(`--retention-of ${table} must be from 1 to ${MAX_DAYS} days, got ${number}`);
    else days[table] = value;
  }
  return days;
}

function hint(table: string): string {
  const near = nearestWord(table, Object.keys(tables));
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
