import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useCallback, type ReactNode } from 'react';
import { FilterBar } from '../filter/filter-bar.tsx';
import { formatCount } from '../format/count.ts';
import type { Column } from './column.ts';
import { toCsv } from './csv.ts';
import css from './data-table.module.css';
import { downloadText } from './download-text.ts';
import { frequentValues } from './frequent-values.ts';
import type { TableState } from './table-state.ts';

export interface TableToolbarProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** All rows that came; `undefined` until they did. */
  readonly rows: readonly Row[] | undefined;
  readonly selected: readonly Row[];
  readonly total: number | undefined;
  /** The server looked through all rows for the text, not only through those that came. */
  readonly isSearched: boolean;
  readonly state: TableState;
  readonly onState: (next: TableState, step?: 'push' | 'replace') => void;
  readonly actions: ReactNode;
}

/** Filter, how much of how much is shown, and the way out as CSV. */
export function TableToolbar<Row>(props: TableToolbarProps<Row>): ReactNode {
  const { label, columns, rows, selected, total, isSearched, state, onState, actions } = props;
  const valuesOf = useCallback((field: string) => frequentValues(rows ?? [], columns, field), [rows, columns]);
  return (
    <div className={css['toolbar']}>
      <FilterBar
        fields={columns}
        valuesOf={valuesOf}
        filters={state.filters}
        text={state.text}
        onFilters={(filters) => onState({ ...state, filters })}
        onText={(text) => onState({ ...state, text }, 'replace')}
      />
      <span className={css['count']} aria-live="polite">
        {rows === undefined || total === undefined ? '' : countWords(selected.length, isSearched ? total : rows.length, total)}
      </span>
      {actions}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDownload size={14} aria-hidden />}
        disabled={selected.length === 0}
        onClick={() => downloadText(`weft-${label}.csv`, 'text/csv', toCsv(selected, columns))}
        title="Download the rows shown, all columns, exact values"
      >
        CSV
      </Button>
    </div>
  );
}

/** Says it too when the server holds more than it sent: a filter then works on what was sent only. */
function countWords(selected: number, searched: number, total: number): string {
  const words = `${formatCount(selected)} of ${formatCount(total)}`;
  return searched < total && selected < searched ? `${words} (first ${formatCount(searched)} searched)` : words;
}
