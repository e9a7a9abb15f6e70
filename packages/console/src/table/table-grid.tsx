import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, type ReactNode } from 'react';
import type { Place } from '../links/place.ts';
import { useGo } from '../links/use-go.ts';
import type { TreeLine } from './arrange-tree.ts';
import type { Column } from './column.ts';
import { columnTracks } from './column-tracks.ts';
import css from './data-table.module.css';
import { TableHeader } from './table-header.tsx';
import { TableRow } from './table-row.tsx';
import type { TableState } from './table-state.ts';
import { useRevealRow } from './use-reveal-row.ts';
import { useRowKeys } from './use-row-keys.ts';

export const ROW_HEIGHT_PX = 32;

export interface TableGridProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly lines: readonly TreeLine<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly state: TableState;
  readonly onState: (next: TableState, step?: 'push' | 'replace') => void;
  readonly placeOf: ((row: Row) => Place) | undefined;
  readonly size: 'page' | 'inline';
  readonly isTree: boolean;
  readonly onFold: (row: Row, isOpen: boolean) => void;
  readonly isStale: boolean;
}

/** Header and the rows in sight. Focus stays on the grid; the row at hand is its `aria-activedescendant`. */
export function TableGrid<Row>(props: TableGridProps<Row>): ReactNode {
  const { label, columns, lines, keyOf, state, onState, placeOf, size, isTree, onFold, isStale } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const go = useGo();
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled or memoized by the React Compiler
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 16,
    scrollPaddingStart: ROW_HEIGHT_PX,
  });
  const open = (at: number): void => {
    const row = lines[at]?.row;
    if (row === undefined) return;
    if (placeOf === undefined) onState({ ...state, row: keyOf(row) }, 'replace');
    else go(placeOf(row));
  };
  const fold = (at: number, isOpen: boolean): void => {
    const line = lines[at];
    if (line?.isOpen === !isOpen) onFold(line.row, isOpen);
  };
  const keyAt = (at: number): string | undefined => {
    const line = lines[at];
    return line === undefined ? undefined : keyOf(line.row);
  };
  useRevealRow(state.row, lines, keyOf, virtualizer.scrollToIndex);
  const [activeAt, setActiveAt] = useRowKeys({
    scroller,
    count: lines.length,
    keyAt,
    isForPage: size === 'page',
    open,
    fold,
    reveal: virtualizer.scrollToIndex,
  });
  const tracks = columnTracks(columns);
  return (
    <div
      ref={scroller}
      className={css['scroller']}
      data-stale={isStale || undefined}
      role={isTree ? 'treegrid' : 'grid'}
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={activeAt === undefined ? undefined : `${id}-${activeAt}`}
      tabIndex={0}
    >
      <TableHeader columns={columns} tracks={tracks} state={state} onState={onState} />
      {lines.length === 0 && <p className={css['none']}>No row fits the filter. Remove a condition, or widen the time range.</p>}
      <div role="rowgroup" className={css['body']} style={{ height: virtualizer.getTotalSize(), minWidth: tracks.minWidth }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const key = keyOf(line.row);
          return (
            <TableRow
              key={key}
              id={`${id}-${index}`}
              index={index}
              offsetPx={start}
              line={line}
              columns={columns}
              tracks={tracks}
              isActive={index === activeAt}
              isSelected={state.row !== undefined && state.row === key}
              isTree={isTree}
              onFold={() => onFold(line.row, line.isOpen === false)}
              onClick={() => {
                setActiveAt(index);
                open(index);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
