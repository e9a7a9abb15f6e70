-- When each edge and application was seen first: "is it new" costs by distinct edges, not by hours. And how often each
-- application was started in the hour.

ALTER TABLE node_hour ADD COLUMN IF NOT EXISTS `execs` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)) AFTER containers;

ALTER TABLE node_hour_exec MODIFY QUERY
SELECT
  application,
  toStartOfHour(executed_at) AS hour,
  machine_id,
  uniqCombinedState(12)(pid_hash) AS instances,
  groupUniqArrayIf(100)(assumeNotNull(user_name), user_name IS NOT NULL) AS users,
  groupUniqArray(100)(exe_path) AS exe_paths,
  groupUniqArrayIf(100)(assumeNotNull(container_id), container_id IS NOT NULL) AS containers,
  count() AS execs,
  min(executed_at) AS first_at,
  max(executed_at) AS last_at
FROM exec
GROUP BY application, hour, machine_id;

ALTER TABLE node_hour_process MODIFY QUERY
SELECT
  application,
  toStartOfHour(seen_at) AS hour,
  machine_id,
  uniqCombinedState(12)(pid_hash) AS instances,
  groupUniqArrayIf(100)(assumeNotNull(user_name), user_name IS NOT NULL) AS users,
  groupUniqArrayIf(100)(assumeNotNull(exe_path), exe_path IS NOT NULL) AS exe_paths,
  groupUniqArrayIf(100)(assumeNotNull(container_id), container_id IS NOT NULL) AS containers,
  toUInt64(0) AS execs,
  min(seen_at) AS first_at,
  max(seen_at) AS last_at
FROM process
GROUP BY application, hour, machine_id;

ALTER TABLE node_hour_connection MODIFY QUERY
SELECT
  application,
  toStartOfHour(minute) AS hour,
  machine_id,
  uniqCombinedStateIf(12)(assumeNotNull(pid_hash), pid_hash IS NOT NULL) AS instances,
  groupUniqArrayIf(100)(assumeNotNull(user_name), user_name IS NOT NULL) AS users,
  groupUniqArrayIf(100)(assumeNotNull(exe_path), exe_path IS NOT NULL) AS exe_paths,
  groupUniqArrayIf(100)(assumeNotNull(container_id), container_id IS NOT NULL) AS containers,
  toUInt64(0) AS execs,
  min(connection.first_at) AS first_at,
  max(connection.last_at) AS last_at
FROM connection
GROUP BY application, hour, machine_id;

CREATE TABLE IF NOT EXISTS `edge_seen`
(
  `type` LowCardinality(String) CODEC(ZSTD(1)),
  `source` String CODEC(ZSTD(1)),
  `target` String CODEC(ZSTD(1)),
  `port` UInt64 CODEC(T64, ZSTD(1)),
  `first_at` SimpleAggregateFunction(min, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1)),
  `last_at` SimpleAggregateFunction(max, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1))
)
ENGINE = AggregatingMergeTree
ORDER BY (type, source, target, port)
TTL `last_at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS `application_seen`
(
  `application` String CODEC(ZSTD(1)),
  `first_at` SimpleAggregateFunction(min, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1)),
  `last_at` SimpleAggregateFunction(max, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1))
)
ENGINE = AggregatingMergeTree
ORDER BY (application)
TTL `last_at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW edge_seen_edge_hour TO edge_seen AS
SELECT type, source, target, port, min(edge_hour.first_at) AS first_at, max(edge_hour.last_at) AS last_at
FROM edge_hour
GROUP BY type, source, target, port;

CREATE MATERIALIZED VIEW application_seen_node_hour TO application_seen AS
SELECT application, min(node_hour.first_at) AS first_at, max(node_hour.last_at) AS last_at
FROM node_hour
GROUP BY application;
