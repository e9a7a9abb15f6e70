import type { TimeRange } from '../http/time-range.ts';

const HOUR_MS = 60 * 60 * 1000;

/** How far back "seen before" looks, days. */
export const HISTORY_DAYS = 90;

/** The hours that the range touches; the graph is kept by the hour. */
export function wholeHours(range: TimeRange): TimeRange {
  return {
    from: new Date(Math.floor(range.from.getTime() / HOUR_MS) * HOUR_MS),
    to: new Date(Math.ceil(range.to.getTime() / HOUR_MS) * HOUR_MS),
  };
}

/** The {@link HISTORY_DAYS} before the range. */
export function historyBefore(range: TimeRange): TimeRange {
  return { from: new Date(range.from.getTime() - HISTORY_DAYS * 24 * HOUR_MS), to: range.from };
}
