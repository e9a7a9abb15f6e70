import { formatDuration } from './duration.ts';

/** `12 s ago`, `1 h 10 min ago`, `9 d ago`, `in 5 min`; within a second either way it is `now`. A second unit only while it matters. */
export function formatRelativeTime(at: string, nowMs: number): string {
  const distanceMs = nowMs - Date.parse(at);
  const seconds = Math.round(Math.abs(distanceMs) / 1000);
  if (seconds < 1) return 'now';
  const words = formatDuration(roundedSeconds(seconds) * 1000);
  return distanceMs > 0 ? `${words} ago` : `in ${words}`;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Down to the unit that still says something: below 3 hours that is minutes, below 3 days hours. */
function roundedSeconds(seconds: number): number {
  if (seconds < MINUTE) return seconds;
  const step = seconds < 3 * HOUR ? MINUTE : seconds < 3 * DAY ? HOUR : DAY;
  return Math.floor(seconds / step) * step;
}

/** `2026-08-02 14:03:21.120 +02:00`: local time, with the offset, so that it can be pasted into a ticket. */
export function formatExactTime(at: string): string {
  const date = new Date(at);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 23)} ${formatOffset(-date.getTimezoneOffset())}`;
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
