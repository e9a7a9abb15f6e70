import { batchLimits } from '@weft/schema';
import type { ServerConfig } from '../config/server-config.ts';
import type { TimeSpan } from './row-check.ts';

const DAY_MS = 86_400_000;

/** Times that rows may have: as old as their table keeps them, as new as the clocks' allowed difference. */
export function timeSpan(retention: ServerConfig['retentionDays'], nowMs: number): TimeSpan {
  const oldestAfter = (days: number): string => new Date(Math.max(0, nowMs - days * DAY_MS)).toISOString();
  const standard = oldestAfter(retention.default);
  const byTable = new Map(Object.entries(retention.byTable).map(([table, days]) => [table, oldestAfter(days)]));
  return {
    oldest: (table) => byTable.get(table) ?? standard,
    newest: new Date(nowMs + batchLimits.clockSkewMs).toISOString(),
  };
}
