import { err, ok, type Result } from '@weft/base';
import { refuse, type Refusal } from './refusal.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What the warehouse keeps; it cannot even read year 1. */
const LATEST_MS = Date.parse('2106-01-01T00:00:00.000Z');

/** A question's time range; `to` is exclusive. */
export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}

/** The range a question asks for; what is unset makes it 24 hours, ending now unless `to` says otherwise. */
export function readTimeRange(
  input: { readonly from?: string | undefined; readonly to?: string | undefined },
  nowMs: number,
): Result<TimeRange, Refusal> {
  const toMs = input.to === undefined ? nowMs : Date.parse(input.to);
  const fromMs = input.from === undefined ? toMs - DAY_MS : Date.parse(input.from);
  if (fromMs < 0 || toMs > LATEST_MS) return err(refuse('invalid', { problems: ['query.from, query.to: must be from 1970 to 2105'] }));
  if (fromMs >= toMs) return err(refuse('invalid', { problems: ['query.from: must be before query.to (now, when unset)'] }));
  return ok({ from: new Date(fromMs), to: new Date(toMs) });
}
