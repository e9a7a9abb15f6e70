import type { Column } from './column.ts';

export interface Table {
  /** "One row is …". */
  readonly oneRowIs: string;
  /** LQL sources that read this table. */
  readonly lqlSources: readonly string[];
  /** `agent`: rows come over the wire. `views`: ClickHouse derives them from other tables. */
  readonly writtenBy: 'agent' | 'views';
  /**
   * `append`: each row stays. `latest`: of rows with one sort key, the one with the largest `version` column stays.
   * `fold`: rows of one sort key are folded by each column's `fold`.
   */
  readonly keeps: 'append' | 'latest' | 'fold';
  /** For `latest`. */
  readonly version?: string;
  /** The time column that decides partition, retention and the time range of a question. */
  readonly timeColumn: string;
  /** ClickHouse sort key: expressions over columns. */
  readonly sortKey: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}
