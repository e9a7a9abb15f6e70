import { err, ok, type Result } from '@weft/base';
import type { Call, Option } from '../command/command.ts';
import { textOption } from '../command/option-values.ts';
import { usageFailure, type Failure } from '../command/outcome.ts';
import { parseMoment } from './parse-moment.ts';

/** `--since` and `--until`, the same for every question about a time range. */
export const timeRangeOptions: readonly Option[] = [
  { name: 'since', value: 'TIME', summary: 'Start: 15m, 24h, 7d ago, or 2026-01-31T09:00Z; 24h when unset.' },
  { name: 'until', value: 'TIME', summary: 'End, the same way; now when unset.' },
];

/** What the API takes; ISO 8601. */
export interface TimeRange {
  readonly from?: string;
  readonly to?: string;
}

export function readTimeRange(call: Pick<Call, 'options' | 'environment'>): Result<TimeRange, Failure> {
  const nowMs = call.environment.now();
  const range: { from?: string; to?: string } = {};
  for (const [option, key] of [
    ['since', 'from'],
    ['until', 'to'],
  ] as const) {
    const given = textOption(call.options, option);
    if (given === undefined) continue;
    const atMs = parseMoment(given, nowMs);
    if (atMs === undefined)
      return err(usageFailure(`--${option} is "${given}", which is no time.`, 'Write 15m, 24h, 7d, or 2026-01-31T09:00Z.'));
    range[key] = new Date(atMs).toISOString();
  }
  return ok(range);
}
