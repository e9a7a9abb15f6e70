import type { z } from 'zod';

/** Portable between SQLite and PostgreSQL. Booleans are stored as 0 and 1, instants as Unix milliseconds in a BIGINT. */
export type SqlValue = string | number | null;

/**
 * The small, transactional store: people, tokens, sessions, the intake's ledger. SQLite, or PostgreSQL when several
 * servers share it; the SQL is one text for both, with `$1`, `$2` … for values.
 */
export interface Database {
  readonly kind: 'sqlite' | 'postgresql';
  /**
   * Rows that a statement answers, each read by `row` (use `z.coerce.number()` for numbers: PostgreSQL gives a BIGINT as
   * text). Faults throw, so does a row that does not fit.
   */
  readonly query: <Row>(row: z.ZodType<Row>, text: string, values?: readonly SqlValue[]) => Promise<readonly Row[]>;
  /** Runs a statement; answers the number of rows it changed. @throws UniqueViolation when a unique key exists already. */
  readonly run: (text: string, values?: readonly SqlValue[]) => Promise<number>;
  /** All or nothing. Use only the database it hands over inside of it; a transaction inside a transaction joins it. */
  readonly transaction: <T>(work: (inside: Database) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** The row would break a unique key or a primary key. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
}
