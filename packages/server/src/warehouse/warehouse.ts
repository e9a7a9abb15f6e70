import type { TableName } from '@weft/schema';
import type { z } from 'zod';

/** Bound by ClickHouse, written `{name:Type}` in the SQL. Instants are bound as `{from:DateTime64(3)}` from a Date. */
export type WarehouseParameter = string | number | boolean | Date | readonly string[] | readonly number[];

export interface Question {
  /** One SELECT without FORMAT and SETTINGS. */
  readonly sql: string;
  readonly parameters?: Readonly<Record<string, WarehouseParameter>>;
  /** Longest it may run; 30 s when absent. */
  readonly timeoutMs?: number;
}

export interface Insertion {
  readonly table: TableName;
  /** JSON objects, one a line. Times are ISO 8601. */
  readonly ndjson: Uint8Array;
  /** Two insertions into one table with the same token are stored once, in the table and in its views. */
  readonly token: string;
}

/** The column store: chDB in this process, or a ClickHouse server. One SQL, one behaviour. */
export interface Warehouse {
  readonly kind: 'embedded' | 'cluster';
  /**
   * Rows, each read by `row`. 64-bit numbers come as JSON numbers, times as ISO 8601 with milliseconds and `Z`, NULL as null.
   * @throws WarehouseTimeout when it takes too long; other faults throw as the client gives them.
   */
  readonly query: <Row>(row: z.ZodType<Row>, question: Question) => Promise<readonly Row[]>;
  readonly insert: (insertion: Insertion) => Promise<void>;
  /** Runs a statement without answer: DDL. */
  readonly command: (sql: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The question took longer than its `timeoutMs`; the API answers `timeout`. */
export class WarehouseTimeout extends Error {
  override readonly name = 'WarehouseTimeout';
}
