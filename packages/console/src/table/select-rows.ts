import { matchesFilter } from '../filter/filter.ts';
import { textsOf, type CellValue, type Column } from './column.ts';
import type { Sort, TableState } from './table-state.ts';

/** The rows a person asked to see, in the order asked for. Equal rows keep their order. */
export function selectRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  state: Pick<TableState, 'sort' | 'text' | 'filters'>,
): readonly Row[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const text = state.text.trim().toLowerCase();
  const kept = rows.filter(
    (row) =>
      hasText(row, columns, text) &&
      state.filters.every((filter) => {
        const column = byId.get(filter.field);
        return column === undefined || matchesFilter(filter, textsOf(column.value(row)));
      }),
  );
  const column = state.sort === undefined ? undefined : byId.get(state.sort.column);
  return state.sort === undefined || column === undefined ? kept : sortRows(kept, column, state.sort);
}

function hasText<Row>(row: Row, columns: readonly Column<Row>[], text: string): boolean {
  if (text === '') return true;
  return columns.some((column) => textsOf(column.value(row)).some((own) => own.toLowerCase().includes(text)));
}

function sortRows<Row>(rows: readonly Row[], column: Column<Row>, sort: Sort): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: sortKey(column.value(row)) }));
  keyed.sort((one, other) => compareKeys(one.key, other.key, sort.isDescending));
  return keyed.map(({ row }) => row);
}

function sortKey(value: CellValue): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' || value === undefined ? value : value.join(' ');
}

/** `web-2` before `web-10`. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Unknown is last in both directions: nobody sorts to see what is not known. */
function compareKeys(one: string | number | undefined, other: string | number | undefined, isDescending: boolean): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  const order = typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other));
  return isDescending ? -order : order;
}
