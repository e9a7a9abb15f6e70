import { useDebouncedValue } from '@mantine/hooks';
import type { Answer } from './answer.ts';

export interface List<Row> {
  readonly rows: readonly Row[];
  /** More than `rows` when the limit cut them. */
  readonly total: number;
  /** The server looked through all of them for the text asked for, not only through `rows`. */
  readonly isSearched?: boolean;
}

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 250;

/**
 * The text to ask the server for: a list that its limit cut cannot be searched in the browser alone.
 * `undefined` while what the browser has is enough.
 */
export function useServerText<Row>(all: Answer<List<Row>>, text: string): string | undefined {
  const [paused] = useDebouncedValue(text.trim(), PAUSE_MS);
  const isCut = all.kind === 'ready' && all.value.total > all.value.rows.length;
  return isCut && paused !== '' && text.trim() !== '' ? paused : undefined;
}

/** The rows the server found where it was asked to search, of all there are; else the rows as they came. */
export function preferFound<Row>(all: Answer<List<Row>>, found: Answer<List<Row>>, serverText: string | undefined): Answer<List<Row>> {
  if (serverText === undefined || all.kind !== 'ready' || found.kind === 'loading') return all;
  if (found.kind === 'failed') return found;
  const { rows, total } = found.value;
  return { ...found, value: { rows, total: all.value.total, isSearched: rows.length === total } };
}

/** As `preferFound`, with the rows that came kept beside those found: a tree needs the ancestors, which do not have the text. */
export function joinFound<Row>(
  all: Answer<List<Row>>,
  found: Answer<List<Row>>,
  serverText: string | undefined,
  keyOf: (row: Row) => string,
): Answer<List<Row>> {
  const preferred = preferFound(all, found, serverText);
  if (preferred === all || preferred.kind !== 'ready' || all.kind !== 'ready') return preferred;
  const rows = new Map([...all.value.rows, ...preferred.value.rows].map((row) => [keyOf(row), row]));
  return { ...preferred, value: { ...preferred.value, rows: [...rows.values()] } };
}
