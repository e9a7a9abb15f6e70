import { formatFilter, parseFilter, type Filter, type FilterField } from '../filter/filter.ts';
import { allOf, oneOf } from '../url/params.ts';
import type { UrlCodec } from '../url/use-url-state.ts';

export interface Sort {
  readonly column: string;
  readonly isDescending: boolean;
}

/** What a person set on a table; all of it stands in the address. */
export interface TableState {
  readonly sort: Sort | undefined;
  /** Text that a row has anywhere. */
  readonly text: string;
  readonly filters: readonly Filter[];
  /** Key of the row whose details are shown. */
  readonly row: string | undefined;
}

/** `sort=-bytes`, `q=text`, `where=machine is web-1` (may repeat), `row=key`. Conditions on unknown columns are not taken. */
export function tableCodec(columns: readonly FilterField[], usualSort?: Sort): UrlCodec<TableState> {
  return {
    read: (params) => ({
      sort: parseSort(oneOf(params, 'sort'), columns) ?? usualSort,
      text: oneOf(params, 'q') ?? '',
      filters: allOf(params, 'where').flatMap((text) => parseFilter(text, columns) ?? []),
      row: oneOf(params, 'row'),
    }),
    write: (state) => ({
      sort: state.sort === undefined || isSameSort(state.sort, usualSort) ? undefined : formatSort(state.sort),
      q: state.text,
      where: state.filters.map(formatFilter),
      row: state.row,
    }),
  };
}

function parseSort(text: string | undefined, columns: readonly FilterField[]): Sort | undefined {
  if (text === undefined) return undefined;
  const column = text.replace(/^-/, '');
  return columns.some(({ id }) => id === column) ? { column, isDescending: text.startsWith('-') } : undefined;
}

function formatSort(sort: Sort): string {
  return sort.isDescending ? `-${sort.column}` : sort.column;
}

function isSameSort(one: Sort, other: Sort | undefined): boolean {
  return one.column === other?.column && one.isDescending === other.isDescending;
}
