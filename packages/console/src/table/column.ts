import type { ReactNode } from 'react';

/** What a cell holds. Instants are ISO 8601 text; `undefined` is unknown and always sorts last. */
export type CellValue = string | number | readonly string[] | undefined;

/** How a value is shown: `code` in the monospaced face, `bytes` with its unit, `time` as distance from now. */
export type CellKind = 'text' | 'code' | 'count' | 'number' | 'bytes' | 'percent' | 'time' | 'texts';

/**
 * A column, written down as data: from it come the cell, the sort, the filter and the CSV.
 *
 * @example
 * const columns: readonly Column<Machine>[] = [
 *   { id: 'hostname', title: 'Machine', kind: 'text', widthPx: 200, isGrowing: true, value: (row) => row.hostname },
 *   { id: 'memory', title: 'Memory', kind: 'bytes', widthPx: 96, value: (row) => row.memoryBytes },
 * ];
 */
export interface Column<Row> {
  /** Stands in addresses: never rename it. */
  readonly id: string;
  readonly title: string;
  /** One sentence on hover of the title. */
  readonly meaning?: string;
  readonly kind: CellKind;
  readonly value: (row: Row) => CellValue;
  /** Another picture of the value, such as a link. Filter, sort and CSV still go by `value`. */
  readonly cell?: (row: Row) => ReactNode;
  /** Least width; the ones that grow share what is left. */
  readonly widthPx: number;
  readonly isGrowing?: true;
  /** Holds buttons: it is not sorted, filtered or exported. */
  readonly isControl?: true;
}

export function isNumeric(kind: CellKind): boolean {
  return kind === 'count' || kind === 'number' || kind === 'bytes' || kind === 'percent';
}

/** The texts a filter compares. */
export function textsOf(value: CellValue): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' ? [value] : value;
}
