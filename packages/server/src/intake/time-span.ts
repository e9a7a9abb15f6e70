import { batchLimits } from '@weft/schema';
import type { ServerConfig } from '../config/server-config.ts';
import type { TimeSpan } from './row-check.ts';

const DAY_MS = 86_400_000;

/** Times that rows may have: as old as the longest retention, as new as the clocks' allowed difference. */
export function timeSpan(retention: ServerConfig['retentionDays'], nowMs: number): TimeSpan {
  const days = Math.max(retention.default, ...Object.values(retention.byTable));
  return {
    oldest: new Date(Math.max(0, nowMs - days * DAY_MS)).toISOString(),
    newest: new Date(nowMs + batchLimits.clockSkewMs).toISOString(),
  };
}
