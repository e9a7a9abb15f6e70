import { useMemo, type ReactNode } from 'react';
import type { Answer } from '../data/answer.ts';
import type { Place } from '../links/place.ts';
import { Trouble } from '../states/trouble.tsx';
import { Empty, type EmptyProps } from '../states/empty.tsx';
import type { Column } from './column.ts';
import css from './data-table.module.css';
import { selectRows } from './select-rows.ts';
import { TableGrid } from './table-grid.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import { TableToolbar } from './table-toolbar.tsx';
import type { TableState } from './table-state.ts';

export interface DataTableProps<Row> {
  /** What it is a table of, for screen readers and the CSV's file name, such as `machines`. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly answer: Answer<{ readonly rows: readonly Row[]; readonly total: number }>;
  readonly keyOf: (row: Row) => string;
  readonly state: TableState;
  readonly onState: (next: TableState, step?: 'push' | 'replace') => void;
  /** Where Enter or a click on a row leads. Unset: the row is selected (`state.row`). */
  readonly placeOf?: (row: Row) => Place;
  /** Shown when there is no row at all; a filter that lets nothing through has its own words. */
  readonly empty: EmptyProps;
  /** `page` fills what its parent leaves and listens for j/k anywhere; `inline` grows with its rows up to 10. */
  readonly size?: 'page' | 'inline';
  readonly hasToolbar?: boolean;
  /** Beside the count: what a page wants to add. */
  readonly actions?: ReactNode;
}

/**
 * The console's table: sorts, filters, draws only the rows in sight, exports what is filtered, and is driven by keys.
 *
 * @example
 * const codec = tableCodec(columns, { column: 'hostname', isDescending: false });   // constant of the module
 * const [state, setState] = useUrlState(codec);
 * <DataTable label="machines" columns={columns} answer={answer} keyOf={(row) => row.id} state={state} onState={setState} empty={…} />
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, columns, answer, keyOf, state, onState, placeOf, empty, size = 'page', hasToolbar = true, actions } = props;
  const rows = answer.kind === 'ready' ? answer.value.rows : undefined;
  const { filters, text, sort } = state;
  const selected = useMemo(
    () => (rows === undefined ? [] : selectRows(rows, columns, { filters, text, sort })),
    [rows, columns, filters, text, sort],
  );
  return (
    <section className={css['table']} data-size={size} aria-label={label}>
      {hasToolbar && (
        <TableToolbar
          label={label}
          columns={columns}
          rows={rows}
          selected={selected}
          total={answer.kind === 'ready' ? answer.value.total : undefined}
          state={state}
          onState={onState}
          actions={actions}
        />
      )}
      {answer.kind === 'ready' && answer.trouble !== undefined && <Trouble error={answer.trouble} retry={answer.retry} isStillShown />}
      {answer.kind === 'loading' && <TableSkeleton columns={columns} />}
      {answer.kind === 'failed' && <Trouble error={answer.error} retry={answer.retry} />}
      {rows?.length === 0 && <Empty {...empty} />}
      {rows !== undefined && rows.length > 0 && (
        <TableGrid
          label={label}
          columns={columns}
          rows={selected}
          keyOf={keyOf}
          state={state}
          onState={onState}
          placeOf={placeOf}
          size={size}
          isStale={answer.kind === 'ready' && answer.isStale}
        />
      )}
    </section>
  );
}
