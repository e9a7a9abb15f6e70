import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import type { TreeLine } from './arrange-tree.ts';
import { Branch } from './branch.tsx';
import { Cell } from './cell.tsx';
import { isNumeric, type Column } from './column.ts';
import css from './data-table.module.css';

export interface TableRowProps<Row> {
  readonly id: string;
  /** Among the filtered rows, from 0. */
  readonly index: number;
  readonly offsetPx: number;
  readonly line: TreeLine<Row>;
  readonly columns: readonly Column<Row>[];
  readonly tracks: CSSProperties;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isTree: boolean;
  /** Opens or closes the branch. */
  readonly onFold: () => void;
  readonly onClick: () => void;
}

export function TableRow<Row>(props: TableRowProps<Row>): ReactNode {
  const { id, index, offsetPx, line, columns, tracks, isActive, isSelected, isTree, onFold, onClick } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      {...(isTree ? { 'aria-level': line.depth + 1, 'aria-expanded': line.isOpen } : {})}
      className={css['row']}
      data-active={isActive || undefined}
      data-context={line.isContext || undefined}
      style={{ ...tracks, transform: `translateY(${offsetPx}px)` }}
      onClick={(event) => {
        if (!isOnControl(event)) onClick();
      }}
    >
      {columns.map((column, at) => (
        <div key={column.id} role="gridcell" className={css['cell']} data-numeric={isNumeric(column.kind) || undefined}>
          {isTree && at === 0 && <Branch depth={line.depth} isOpen={line.isOpen} onFold={onFold} />}
          {column.cell === undefined ? <Cell kind={column.kind} value={column.value(line.row)} /> : column.cell(line.row)}
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
