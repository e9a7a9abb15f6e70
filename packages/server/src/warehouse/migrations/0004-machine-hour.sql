-- Hourly numbers of a machine, from the graph's hours: what the overview shows for any range costs by machines and hours.

CREATE TABLE IF NOT EXISTS `machine_hour`
(
  `hour` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `processes` AggregateFunction(uniqCombined(12), UInt64) CODEC(ZSTD(1)),
  `execs` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `connections` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY toDate(`hour`)
ORDER BY (hour, machine_id)
TTL `hour` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW machine_hour_node_hour TO machine_hour AS
SELECT
  node_hour.hour AS hour,
  node_hour.machine_id AS machine_id,
  uniqCombinedMergeState(12)(instances) AS processes,
  sum(node_hour.execs) AS execs,
  toUInt64(0) AS connections
FROM node_hour
GROUP BY hour, machine_id;

CREATE MATERIALIZED VIEW machine_hour_edge_hour TO machine_hour AS
SELECT
  edge_hour.hour AS hour,
  edge_hour.machine_id AS machine_id,
  uniqCombinedMergeStateIf(12)(instances, false) AS processes,
  toUInt64(0) AS execs,
  sum(events) AS connections
FROM edge_hour
WHERE type = 'connect' OR type = 'accept' AND NOT startsWith(source, 'app:')
GROUP BY hour, machine_id;
