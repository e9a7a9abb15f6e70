import type { TimeRange } from '../http/time-range.ts';
import { readTimeRange } from '../http/time-range.ts';
import { answer, type Outcome } from '../http/handler.ts';
import { listRows, type Listing } from '../http/list-rows.ts';
import type { DataParts } from '../http/data-parts.ts';

/** What every list of one machine takes. */
export interface MachineInput {
  readonly machineId: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit?: number | undefined;
  readonly text?: string | undefined;
}

/** Answers a list of one machine: the range is read and bound, with `machine` and `text`. */
export async function listOfMachine<Row>(
  parts: DataParts,
  input: MachineInput,
  listing: (input: MachineInput, range: TimeRange) => Pick<Listing<Row>, 'row' | 'sql' | 'orderBy'>,
): Promise<Outcome<{ rows: Row[]; total: number }>> {
  const range = readTimeRange(input, parts.clock.nowMs());
  if (range.kind === 'error') return range.error;
  const parameters = { machine: input.machineId, from: range.value.from, to: range.value.to, text: input.text ?? '' };
  return answer(await listRows(parts.warehouse, { ...listing(input, range.value), parameters, limit: input.limit }));
}
