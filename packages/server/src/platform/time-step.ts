import type { TimeRange } from '../http/time-range.ts';

const HOUR_SECONDS = 3600;

/** Ranges up to this are counted from the events themselves, longer ones from the hourly tables. */
const FINE_SECONDS = 12 * HOUR_SECONDS;

/** Points of a series, about. */
const MAX_POINTS = 240;

/** How a series over the range is cut: whole minutes of events, or whole hours. */
export interface TimeStep {
  readonly source: 'events' | 'hours';
  readonly seconds: number;
}

export function timeStep(range: TimeRange): TimeStep {
  const seconds = (range.to.getTime() - range.from.getTime()) / 1000;
  const source = seconds <= FINE_SECONDS ? 'events' : 'hours';
  const least = source === 'events' ? 60 : HOUR_SECONDS;
  return { source, seconds: Math.max(1, Math.ceil(seconds / MAX_POINTS / least)) * least };
}

export interface Point {
  readonly at: string;
  readonly value: number;
}

/** Every step of the range, zero where nothing was counted. `counted` is by step start, Unix seconds. */
export function fillSeries(counted: ReadonlyMap<number, number>, range: TimeRange, stepSeconds: number): Point[] {
  const first = Math.floor(range.from.getTime() / 1000 / stepSeconds);
  const end = Math.ceil(range.to.getTime() / 1000 / stepSeconds);
  return Array.from({ length: end - first }, (_, index) => {
    const startSeconds = (first + index) * stepSeconds;
    return { at: new Date(startSeconds * 1000).toISOString(), value: counted.get(startSeconds) ?? 0 };
  });
}
