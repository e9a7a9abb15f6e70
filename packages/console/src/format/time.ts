import { formatDuration } from './duration.ts';

/** `12 s ago`, `3 h 10 min ago`, `in 5 min`; within a second either way it is `now`. */
export function formatRelativeTime(at: string, nowMs: number): string {
  const distanceMs = nowMs - Date.parse(at);
  if (Math.abs(distanceMs) < 1000) return 'now';
  const seconds = Math.round(Math.abs(distanceMs) / 1000) * 1000;
  return distanceMs > 0 ? `${formatDuration(seconds)} ago` : `in ${formatDuration(seconds)}`;
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
