import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { columnTracks } from './column-tracks.ts';
import { isNumeric, type Column } from './column.ts';
import css from './data-table.module.css';

const rows = Array.from({ length: 12 }, (_, at) => at);

/** The shape of the table that comes. */
export function TableSkeleton<Row>({ columns }: { readonly columns: readonly Column<Row>[] }): ReactNode {
  const tracks = columnTracks(columns);
  return (
    <div className={css['scroller']} aria-busy aria-label="Loading">
      <div className={css['header']} style={tracks}>
        {columns.map((column) => (
          <div key={column.id} className={css['title']} data-numeric={isNumeric(column.kind) || undefined}>
            {column.title}
          </div>
        ))}
      </div>
      {rows.map((at) => (
        <div key={at} className={css['ghost']} style={tracks}>
          {columns.map((column, index) => (
            <div key={column.id} className={css['cell']}>
              <Skeleton height={10} width={`${40 + ((at * 7 + index * 13) % 45)}%`} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
