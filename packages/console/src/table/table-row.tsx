import type { MouseEvent, ReactNode } from 'react';
import { Cell } from './cell.tsx';
import { isNumeric, type Column } from './column.ts';
import css from './data-table.module.css';

export interface TableRowProps<Row> {
  readonly id: string;
  /** Among the filtered rows, from 0. */
  readonly index: number;
  readonly offsetPx: number;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly tracks: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onClick: () => void;
}

export function TableRow<Row>(props: TableRowProps<Row>): ReactNode {
  const { id, index, offsetPx, row, columns, tracks, isActive, isSelected, onClick } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={css['row']}
      data-active={isActive || undefined}
      style={{ gridTemplateColumns: tracks, transform: `translateY(${offsetPx}px)` }}
      onClick={(event) => {
        if (!isOnControl(event)) onClick();
      }}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={css['cell']} data-numeric={isNumeric(column.kind) || undefined}>
          {column.cell === undefined ? <Cell kind={column.kind} value={column.value(row)} /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** A click on a link or button in the row is that link's; a click that ends a text selection is nobody's. */
function isOnControl(event: MouseEvent): boolean {
  const isControl = event.target instanceof Element && event.target.closest('a, button, input') !== null;
  return isControl || window.getSelection()?.type === 'Range';
}
