import { formatRange, rangePresets, type TimeRange } from './time-range.ts';
import { toLocalInput } from './local-input.ts';

/** What the range picker shows: the preset's title, or both instants in local time. */
export function rangeTitle(range: TimeRange): string {
  if (range.kind === 'between') return `${toLocalInput(range.from).replace('T', ' ')} – ${toLocalInput(range.to).replace('T', ' ')}`;
  return rangePresets.find(({ minutes }) => minutes === range.minutes)?.title ?? `Last ${formatRange(range)}`;
}
