import { useMemo, useState, type ReactNode } from 'react';
import type { Answer } from '../data/answer.ts';
import type { List } from '../data/cut-list.ts';
import type { Place } from '../links/place.ts';
import { Trouble } from '../states/trouble.tsx';
import { Empty, type EmptyProps } from '../states/empty.tsx';
import { arrangeTree, type TreeLine } from './arrange-tree.ts';
import type { Column } from './column.ts';
import css from './data-table.module.css';
import { selectRows } from './select-rows.ts';
import { Details } from './details.tsx';
import { TableGrid } from './table-grid.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import { TableToolbar } from './table-toolbar.tsx';
import type { TableState } from './table-state.ts';

export interface DataTableProps<Row> {
  /** What it is a table of, for screen readers and the CSV's file name, such as `machines`. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly answer: Answer<List<Row>>;
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
  /** Draws the rows as a tree: sorting orders siblings, a filter keeps ancestors. Answers the key of a row's parent. */
  readonly parentKeyOf?: (row: Row) => string;
  /** What stands beside the table for the selected row. */
  readonly renderDetails?: (row: Row) => ReactNode;
  /** Beside the count: what a page wants to add. */
  readonly actions?: ReactNode;
}

const noKeys: ReadonlySet<string> = new Set();

/**
 * The console's table: sorts, filters, draws only the rows in sight, exports what is filtered, and is driven by keys.
 *
 * @example
 * const codec = tableCodec(columns, { column: 'hostname', isDescending: false });   // constant of the module
 * const [state, setState] = useUrlState(codec);
 * <DataTable label="machines" columns={columns} answer={answer} keyOf={(row) => row.id} state={state} onState={setState} empty={…} />
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const {
    label,
    columns,
    answer,
    keyOf,
    state,
    onState,
    placeOf,
    empty,
    size = 'page',
    hasToolbar = true,
    actions,
    parentKeyOf,
    renderDetails,
  } = props;
  const rows = answer.kind === 'ready' ? answer.value.rows : undefined;
  const { filters, text, sort } = state;
  const selected = useMemo(
    () => (rows === undefined ? [] : selectRows(rows, columns, { filters, text, sort })),
    [rows, columns, filters, text, sort],
  );
  const [closed, setClosed] = useState<ReadonlySet<string>>(noKeys);
  const lines = useMemo<readonly TreeLine<Row>[]>(() => {
    if (parentKeyOf === undefined) return selected.map((row) => ({ row, depth: 0, isOpen: undefined, isContext: false }));
    const inOrder = selectRows(rows ?? [], columns, { filters: [], text: '', sort });
    return arrangeTree(inOrder, selected, { keyOf, parentKeyOf, closed });
  }, [rows, columns, sort, selected, keyOf, parentKeyOf, closed]);
  const fold = (row: Row, isOpen: boolean): void => {
    const key = keyOf(row);
    setClosed((before) => (isOpen ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key])));
  };
  const chosen = state.row === undefined || renderDetails === undefined ? undefined : rows?.find((row) => keyOf(row) === state.row);
  return (
    <section className={css['table']} data-size={size} aria-label={label}>
      {hasToolbar && (
        <TableToolbar
          label={label}
          columns={columns.filter(({ isControl }) => isControl !== true)}
          rows={rows}
          selected={selected}
          total={answer.kind === 'ready' ? answer.value.total : undefined}
          isSearched={answer.kind === 'ready' && answer.value.isSearched === true}
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
        <div className={css['split']}>
          <TableGrid
            label={label}
            columns={columns}
            lines={lines}
            keyOf={keyOf}
            state={state}
            onState={onState}
            placeOf={placeOf}
            size={size}
            isTree={parentKeyOf !== undefined}
            onFold={fold}
            isStale={answer.kind === 'ready' && answer.isStale}
          />
          {chosen !== undefined && renderDetails !== undefined && (
            <Details onClose={() => onState({ ...state, row: undefined }, 'replace')}>{renderDetails(chosen)}</Details>
          )}
        </div>
      )}
    </section>
  );
}
