import type { Logger } from '@weft/base';
import type { Insertion, Warehouse } from '../warehouse/warehouse.ts';

export interface InsertParts {
  readonly warehouse: Pick<Warehouse, 'insert'>;
  readonly logger: Logger;
  /** A row that passed every check and that the warehouse refuses all the same. */
  readonly onUnreadableRow: () => void;
}

const NEWLINE = 10;
const SHOWN_BYTES = 300;

/**
 * Inserts rows. Should the warehouse be unable to read one that the checks let through, it refuses them all, again at every
 * try, and the intake would stand still: then the rows are halved until that one is alone, logged, counted and left out.
 * The halves have tokens of their own, the same at every repetition.
 */
export async function insertRows(parts: InsertParts, insertion: Insertion): Promise<void> {
  try {
    await parts.warehouse.insert(insertion);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const middle = lineEndNear(insertion.ndjson, insertion.ndjson.length / 2);
    if (middle === undefined) return leaveOut(parts, insertion, error);
    const [first, second] = [insertion.ndjson.subarray(0, middle), insertion.ndjson.subarray(middle)];
    await insertRows(parts, { ...insertion, ndjson: first, token: `${insertion.token}.1` });
    await insertRows(parts, { ...insertion, ndjson: second, token: `${insertion.token}.2` });
  }
  return undefined;
}

/** Offset behind a line end that leaves lines on both sides; undefined when there is one line only. */
function lineEndNear(ndjson: Uint8Array, offset: number): number | undefined {
  const before = ndjson.lastIndexOf(NEWLINE, Math.floor(offset));
  if (before !== -1) return before + 1;
  const after = ndjson.indexOf(NEWLINE);
  return after === -1 || after === ndjson.length - 1 ? undefined : after + 1;
}

function leaveOut(parts: InsertParts, insertion: Insertion, error: unknown): void {
  parts.onUnreadableRow();
  parts.logger.error('the warehouse cannot read a row that passed the checks; it is left out', {
    table: insertion.table,
    row: Buffer.from(insertion.ndjson.subarray(0, SHOWN_BYTES)).toString(),
    error: error instanceof Error ? error.message.slice(0, SHOWN_BYTES) : String(error),
  });
}

/**
 * Names of ClickHouse's errors about the data itself. Source: ClickHouse `src/Common/ErrorCodes.cpp`. Anything else may go
 * away by itself: the group is tried again.
 */
const UNREADABLE =
  /\((?:CANNOT_PARSE_\w+|INCORRECT_DATA|ATTEMPT_TO_READ_AFTER_EOF|TYPE_MISMATCH|ARGUMENT_OUT_OF_BOUND|DECIMAL_OVERFLOW|VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE|CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN|CANNOT_READ_ALL_DATA|CANNOT_CONVERT_TYPE)\)/;

function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const type = 'type' in error ? `(${String(error.type)})` : '';
  return UNREADABLE.test(error.message + type);
}
