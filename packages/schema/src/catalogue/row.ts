import type { Column, ColumnKind } from './column.ts';
import type { tables, TableName } from './tables.ts';

interface ValueByKind {
  text: string;
  word: string;
  /** ISO 8601, milliseconds, `Z`. */
  time: string;
  count: number;
  integer: number;
  decimal: number;
  flag: boolean;
  texts: readonly string[];
  map: Readonly<Record<string, string>>;
  distinct: never;
}

type Value<C extends Column> = ValueByKind[C['kind'] & ColumnKind];
type Columns<T extends TableName> = (typeof tables)[T]['columns'];
type Filled<C> = C extends { readonly filledBy: unknown } ? true : false;
type Optional<C> = C extends { readonly isOptional: true } ? true : false;

/** A row as an agent sends it: `WireRow<'exec'>`. Derived from the catalogue. */
export type WireRow<T extends TableName> = {
  readonly [
    K in keyof Columns<T> as Filled<Columns<T>[K]> extends true ? never : Optional<Columns<T>[K]> extends true ? never : K
  ]: Columns<T>[K] extends Column ? Value<Columns<T>[K]> : never;
} & {
  readonly [
    K in keyof Columns<T> as Filled<Columns<T>[K]> extends true ? never : Optional<Columns<T>[K]> extends true ? K : never
  ]?: Columns<T>[K] extends Column ? Value<Columns<T>[K]> | undefined : never;
};

/** Tables whose rows agents send. */
export type WireTable = { [T in TableName]: (typeof tables)[T]['writtenBy'] extends 'agent' ? T : never }[TableName];
