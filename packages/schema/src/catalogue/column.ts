/**
 * How a column is written down: once, here. ClickHouse DDL, row types, the intake's checks and
 * `docs/datasources.md` all derive from it.
 */

/** What a value is, on the wire and in TypeScript. Stored types are in `column-type.ts`. */
export type ColumnKind =
  /** Text, any number of distinct values. */
  | 'text'
  /** Text with few distinct values (below about 10,000). */
  | 'word'
  /** Instant; ISO 8601 with milliseconds and `Z` on the wire, `DateTime64(3, 'UTC')` stored. */
  | 'time'
  /** Whole number from 0 to 2^53 − 1. */
  | 'count'
  /** Whole number, may be negative. */
  | 'integer'
  | 'decimal'
  | 'flag'
  /** List of texts. */
  | 'texts'
  /** Text to text. */
  | 'map'
  /** Set of distinct whole numbers, kept as a sketch; read with `distinctMerge`. Never on the wire. */
  | 'distinct';

export type Unit = 'bytes' | 'percent' | 'milliseconds' | 'seconds' | 'port' | 'uid' | 'gid' | 'pid';

/** How rows of one sort key are folded together by the aggregating tables. */
export type Fold = 'sum' | 'min' | 'max' | 'any' | 'union';

export interface Column {
  readonly kind: ColumnKind;
  /** One sentence. */
  readonly meaning: string;
  readonly unit?: Unit;
  /** May be absent. Absent is unknown or does not apply, as `meaning` says; never an empty text. */
  readonly isOptional?: true;
  /** Who fills it: the agent (on the wire), the server at the intake, or ClickHouse from other columns. */
  readonly filledBy?: 'server' | { readonly expression: string };
  /** Column name in the table's LQL sources; unset is not visible in LQL. */
  readonly lql?: string;
  readonly fold?: Fold;
}
