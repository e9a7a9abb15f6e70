import { useDebouncedValue } from '@mantine/hooks';
import type { Answer } from './answer.ts';

export interface List<Row> {
  readonly rows: readonly Row[];
  /** More than `rows` when the limit cut them. */
  readonly total: number;
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
  return found.kind === 'ready' ? { ...found, value: { rows: found.value.rows, total: all.value.total } } : found;
}
