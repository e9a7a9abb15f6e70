import { done, type Outcome } from '../command/outcome.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { textTable, type TextColumn } from '../terminal/text-table.ts';

export interface RowList<Row> {
  readonly rows: readonly Row[];
  /** Rows there are; more than `rows` holds when a limit cut them. */
  readonly total: number;
}

/** Rows as a table, or as the API gave them with `--json`. `empty` says why there may be none and what to do. */
export function printRows<Row>(terminal: Terminal, list: RowList<Row>, columns: readonly TextColumn<Row>[], empty: string): Outcome {
  if (terminal.isJson) {
    terminal.out(JSON.stringify(list));
    return done;
  }
  if (list.rows.length === 0) {
    terminal.err(empty);
    return done;
  }
  for (const line of textTable(columns, list.rows)) terminal.out(line);
  if (list.total > list.rows.length) terminal.err(`${list.rows.length} of ${list.total}; --limit N shows more.`);
  return done;
}
