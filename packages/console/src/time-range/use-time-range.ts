import { oneOf } from '../url/params.ts';
import { useUrlState, type UrlCodec } from '../url/use-url-state.ts';
import { formatRange, parseRange, usualRange, type TimeRange } from './time-range.ts';

const codec: UrlCodec<TimeRange> = {
  read: (params) => parseRange(oneOf(params, 'range') ?? '') ?? usualRange,
  write: (range) => ({ range: formatRange(range) === formatRange(usualRange) ? undefined : formatRange(range) }),
};

/** The page's time range, from the address. */
export function useTimeRange(): ReturnType<typeof useUrlState<TimeRange>> {
  return useUrlState(codec);
}
