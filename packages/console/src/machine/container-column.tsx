import type { ReactNode } from 'react';
import type { Column } from '../table/column.ts';
import css from './machine.module.css';

interface InContainer {
  readonly containerId?: string | undefined;
}

/** Where a row's process ran: 12 digits tell containers apart for people, filter and CSV have the whole id. */
export const containerColumn: Column<InContainer> = {
  id: 'container',
  title: 'Container',
  meaning: 'Runtime id; a dash on the host itself.',
  kind: 'code',
  widthPx: 120,
  value: (row) => row.containerId,
  cell: shortId,
};

function shortId({ containerId }: InContainer): ReactNode {
  if (containerId === undefined) return <span className={css['exited']}>–</span>;
  return (
    <span className={css['code']} title={containerId}>
      {containerId.slice(0, 12)}
    </span>
  );
}
