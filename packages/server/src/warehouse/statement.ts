import type { Insertion } from './warehouse.ts';

/** A question with its bounds. The settings stand in the SQL: as `SET` they would leak into others' statements on a chDB connection. */
export function boundedSelect(sql: string, timeoutMs: number): string {
  return `${sql}\nSETTINGS ${settingsText({
    max_execution_time: Math.max(1, Math.ceil(timeoutMs / 1000)),
    max_memory_usage: QUESTION_MEMORY_BYTES,
    output_format_json_quote_64bit_integers: 0,
    date_time_output_format: 'iso',
  })}`;
}

/** One question; sorting and grouping go to disk before. */
const QUESTION_MEMORY_BYTES = 2_000_000_000;

export type InsertSettings = Readonly<Record<string, string | number>>;

/**
 * `min_insert_block_size_…` make one block of an insertion: the token counts blocks, so a repetition must be cut as the
 * first time was. Partitions are bounded by the intake's check of times, not by `max_partitions_per_insert_block`.
 */
export function insertSettings(insertion: Pick<Insertion, 'token'>): InsertSettings {
  return {
    insert_deduplication_token: insertion.token,
    insert_deduplicate: 1,
    deduplicate_blocks_in_dependent_materialized_views: 1,
    async_insert: 0,
    min_insert_block_size_rows: 10_000_000,
    min_insert_block_size_bytes: 0,
    max_insert_block_size: 10_000_000,
    max_insert_threads: 1,
    max_partitions_per_insert_block: 0,
    date_time_input_format: 'best_effort',
    input_format_skip_unknown_fields: 1,
  };
}

export function insertStatement(insertion: Pick<Insertion, 'table' | 'token'>): string {
  return `INSERT INTO \`${insertion.table}\` SETTINGS ${settingsText(insertSettings(insertion))} FORMAT JSONEachRow`;
}

function settingsText(settings: InsertSettings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : `'${value.replaceAll("'", "''")}'`}`)
    .join(', ');
}
