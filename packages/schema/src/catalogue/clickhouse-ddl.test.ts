import { expect, test } from 'bun:test';
import { createTableSql } from './clickhouse-ddl.ts';
import { type TableName, tables } from './tables.ts';

function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}
const names = Object.keys(tables).filter(isTableName);

test('a table that folds', () => {
  expect(createTableSql('edge_hour', { retentionDays: 92 })).toBe(
    `CREATE TABLE IF NOT EXISTS \`edge_hour\`
(
  \`hour\` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  \`type\` LowCardinality(String) CODEC(ZSTD(1)),
  \`source\` String CODEC(ZSTD(1)),
  \`target\` String CODEC(ZSTD(1)),
  \`port\` UInt64 CODEC(T64, ZSTD(1)),
  \`machine_id\` LowCardinality(String) CODEC(ZSTD(1)),
  \`events\` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  \`failed\` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  \`sent_bytes\` SimpleAggregateFunction(sum, UInt64) CODEC(T64, ZSTD(1)),
  \`received_bytes\` SimpleAggregateFunction(sum, UInt64) CODEC(T64, ZSTD(1)),
  \`instances\` AggregateFunction(uniqCombined(12), UInt64) CODEC(ZSTD(1)),
  \`first_at\` SimpleAggregateFunction(min, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1)),
  \`last_at\` SimpleAggregateFunction(max, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY toDate(\`hour\`)
ORDER BY (hour, type, source, target, port, machine_id)
TTL \`hour\` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1`,
  );
});

test('a latest state has one row, whatever the day it was seen', () => {
  const sql = createTableSql('machine', { retentionDays: 7 });
  expect(sql).toContain('ENGINE = ReplacingMergeTree(`seen_at`)');
  expect(sql).toContain('TTL `seen_at` + INTERVAL 7 DAY');
  expect(sql).not.toContain('PARTITION');
  expect(sql).not.toContain('ttl_only_drop_parts');
  expect(createTableSql('process', { retentionDays: 7 })).toContain('PARTITION BY toDate(`seen_at`)');
});

test('what ClickHouse derives takes no room, what is optional may be null', () => {
  const sql = createTableSql('process', { retentionDays: 92 });
  expect(sql).toContain("`is_in_container` LowCardinality(String) ALIAS if(container_id IS NULL, 'false', 'true')");
  expect(sql).toContain('`user_name` LowCardinality(Nullable(String)) CODEC(ZSTD(1))');
  expect(sql).toContain("`exited_at` Nullable(DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1))");
});

test.each(names)('%s has every column once, in the order of the catalogue', (name) => {
  const written = [...createTableSql(name, { retentionDays: 92 }).matchAll(/^ {2}`(\w+)`/gm)].map((match) => match[1]);
  expect(written).toEqual(Object.keys(tables[name].columns));
});

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a retention of %d days is refused', (retentionDays) => {
  expect(() => createTableSql('exec', { retentionDays })).toThrow('retentionDays of exec must be a whole number from 1');
});
