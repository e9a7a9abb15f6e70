/** What a page is about: the last so many minutes, moving on, or two fixed instants. */
export type TimeRange =
  | { readonly kind: 'last'; readonly minutes: number }
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

/** As the API takes it; without `to` the range ends now, by the server's clock. */
export interface ResolvedRange {
  readonly from?: string;
  readonly to?: string;
}

export interface RangePreset {
  readonly word: string;
  readonly title: string;
  readonly minutes: number;
}

export const rangePresets: readonly RangePreset[] = [
  { word: '15m', title: 'Last 15 minutes', minutes: 15 },
  { word: '1h', title: 'Last hour', minutes: 60 },
  { word: '6h', title: 'Last 6 hours', minutes: 360 },
  { word: '24h', title: 'Last 24 hours', minutes: 1440 },
  { word: '7d', title: 'Last 7 days', minutes: 10_080 },
  { word: '30d', title: 'Last 30 days', minutes: 43_200 },
  { word: '90d', title: 'Last 90 days', minutes: 129_600 },
];

/** The same as the API's when nothing is said. */
export const usualRange: TimeRange = { kind: 'last', minutes: 1440 };

const unitMinutes = { m: 1, h: 60, d: 1440 } as const;
const LONGEST_MINUTES = 400 * 1440;

/** Reads `15m`, `24h`, `7d` or `FROM~TO` (ISO 8601); anything else is not a range. */
export function parseRange(text: string): TimeRange | undefined {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  if (count !== undefined && (unit === 'm' || unit === 'h' || unit === 'd')) {
    const minutes = Number(count) * unitMinutes[unit];
    return minutes > 0 && minutes <= LONGEST_MINUTES ? { kind: 'last', minutes } : undefined;
  }
  const [from, to, ...more] = text.split('~').map(parseInstant);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  return from < to ? { kind: 'between', from, to } : undefined;
}

function parseInstant(text: string): string | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** What `parseRange` reads. */
export function formatRange(range: TimeRange): string {
  if (range.kind === 'between') return `${range.from}~${range.to}`;
  if (range.minutes % 1440 === 0 && range.minutes > 1440) return `${range.minutes / 1440}d`;
  return range.minutes % 60 === 0 ? `${range.minutes / 60}h` : `${range.minutes}m`;
}

export function resolveRange(range: TimeRange, nowMs: number): ResolvedRange {
  if (range.kind === 'between') return { from: range.from, to: range.to };
  return { from: new Date(nowMs - range.minutes * 60_000).toISOString() };
}

/** `last 24 hours`, for sentences. */
export function describeRange(range: TimeRange): string {
  if (range.kind === 'between')
    return `between ${range.from.slice(0, 16).replace('T', ' ')} and ${range.to.slice(0, 16).replace('T', ' ')} UTC`;
  const preset = rangePresets.find(({ minutes }) => minutes === range.minutes);
  return `in the ${(preset?.title ?? `Last ${formatRange(range)}`).toLowerCase()}`;
}
