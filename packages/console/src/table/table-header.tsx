import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { isNumeric, type Column } from './column.ts';
import css from './data-table.module.css';
import type { Sort, TableState } from './table-state.ts';

export interface TableHeaderProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly tracks: CSSProperties;
  readonly state: TableState;
  readonly onState: (next: TableState) => void;
}

/** Titles that sort: numbers and times begin with the largest, text with A. */
export function TableHeader<Row>({ columns, tracks, state, onState }: TableHeaderProps<Row>): ReactNode {
  return (
    <div role="row" aria-rowindex={1} className={css['header']} style={tracks}>
      {columns.map((column) => (
        <div
          key={column.id}
          role="columnheader"
          aria-sort={sortWord(column.id, state.sort)}
          className={css['title']}
          data-numeric={isNumeric(column.kind) || undefined}
        >
          {column.isControl === true ? (
            column.title
          ) : (
            <SortButton column={column} sort={state.sort} onSort={(sort) => onState({ ...state, sort })} />
          )}
        </div>
      ))}
    </div>
  );
}

interface SortButtonProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
}

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>): ReactNode {
  return (
    <UnstyledButton
      className={css['sort']}
      title={column.meaning ?? `Sort by ${column.title}`}
      onClick={() => onSort(nextSort(column, sort))}
    >
      {column.title}
      <SortMark isShown={sort?.column === column.id} isDescending={sort?.isDescending ?? false} />
    </UnstyledButton>
  );
}

function SortMark({ isShown, isDescending }: { readonly isShown: boolean; readonly isDescending: boolean }): ReactNode {
  if (!isShown) return null;
  return isDescending ? <IconChevronDown size={14} aria-hidden /> : <IconChevronUp size={14} aria-hidden />;
}

function nextSort<Row>(column: Column<Row>, sort: Sort | undefined): Sort {
  if (sort?.column === column.id) return { column: column.id, isDescending: !sort.isDescending };
  return { column: column.id, isDescending: isNumeric(column.kind) || column.kind === 'time' };
}

function sortWord(column: string, sort: Sort | undefined): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none';
  return sort.isDescending ? 'descending' : 'ascending';
}
