import { err, ok, type Result } from '@weft/base';
import type { Option } from '../command/command.ts';
import { textOption, type OptionValues } from '../command/option-values.ts';
import { usageFailure, type Failure } from '../command/outcome.ts';

const MOST = 10_000;

export const limitOption: Option = { name: 'limit', value: 'N', summary: `Most rows, up to ${MOST}; 1000 when unset.` };

export function readLimit(options: OptionValues): Result<{ readonly limit?: number }, Failure> {
  const given = textOption(options, 'limit');
  if (given === undefined) return ok({});
  const limit = Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return ok({ limit });
  return err(usageFailure(`--limit is "${given}"; it takes a whole number from 1 to ${MOST}.`, 'Try `--limit 100`.'));
}
