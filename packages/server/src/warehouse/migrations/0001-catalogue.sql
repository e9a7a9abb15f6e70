-- The tables of the catalogue, as they were when this step was released. Retention is set at every start.

CREATE TABLE IF NOT EXISTS `machine`
(
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `mid` UInt64 ALIAS bitShiftRight(sipHash64(machine_id), 11),
  `batch_id` String CODEC(ZSTD(1)),
  `received_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `seen_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `hostname` String CODEC(ZSTD(1)),
  `os` LowCardinality(String) CODEC(ZSTD(1)),
  `os_name` LowCardinality(String) CODEC(ZSTD(1)),
  `os_version` LowCardinality(String) CODEC(ZSTD(1)),
  `os_description` LowCardinality(String) CODEC(ZSTD(1)),
  `kernel_release` LowCardinality(String) CODEC(ZSTD(1)),
  `kernel_version` LowCardinality(String) CODEC(ZSTD(1)),
  `architecture` LowCardinality(String) CODEC(ZSTD(1)),
  `cpu_model` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `cpu_count` UInt64 CODEC(ZSTD(1)),
  `memory_bytes` UInt64 CODEC(T64, ZSTD(1)),
  `booted_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `addresses` Array(String) CODEC(ZSTD(1)),
  `tags` Map(String, String) CODEC(ZSTD(1)),
  `agent_version` LowCardinality(String) CODEC(ZSTD(1)),
  `agent_started_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `tiers` Map(String, String) CODEC(ZSTD(1)),
  `tier_reasons` Map(String, String) CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(`seen_at`)
ORDER BY (machine_id)
TTL `seen_at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS `process`
(
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `mid` UInt64 ALIAS bitShiftRight(sipHash64(machine_id), 11),
  `batch_id` String CODEC(ZSTD(1)),
  `received_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `seen_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `started_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `exited_at` Nullable(DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1)),
  `exit_code` Nullable(Int64) CODEC(ZSTD(1)),
  `exit_signal` Nullable(Int64) CODEC(ZSTD(1)),
  `pid` UInt64 CODEC(T64, ZSTD(1)),
  `pid_hash` UInt64 CODEC(ZSTD(1)),
  `parent_pid` UInt64 CODEC(T64, ZSTD(1)),
  `parent_pid_hash` UInt64 CODEC(ZSTD(1)),
  `group_id` UInt64 CODEC(T64, ZSTD(1)),
  `session_id` UInt64 CODEC(T64, ZSTD(1)),
  `uid` UInt64 CODEC(T64, ZSTD(1)),
  `gid` UInt64 CODEC(T64, ZSTD(1)),
  `user_name` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `effective_user_name` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `exe_path` Nullable(String) CODEC(ZSTD(1)),
  `command_line` String CODEC(ZSTD(1)),
  `is_command_line_cut` Bool CODEC(ZSTD(1)),
  `cwd` Nullable(String) CODEC(ZSTD(1)),
  `comm` String CODEC(ZSTD(1)),
  `container_id` Nullable(String) CODEC(ZSTD(1)),
  `is_in_container` LowCardinality(String) ALIAS if(container_id IS NULL, 'false', 'true'),
  `application` String CODEC(ZSTD(1)),
  `kept_because` LowCardinality(String) CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(`seen_at`)
PARTITION BY toDate(`seen_at`)
ORDER BY (machine_id, toStartOfHour(seen_at), pid_hash)
TTL `seen_at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS `exec`
(
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `mid` UInt64 ALIAS bitShiftRight(sipHash64(machine_id), 11),
  `batch_id` String CODEC(ZSTD(1)),
  `received_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `executed_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `pid` UInt64 CODEC(T64, ZSTD(1)),
  `pid_hash` UInt64 CODEC(ZSTD(1)),
  `started_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `parent_pid` UInt64 CODEC(T64, ZSTD(1)),
  `parent_pid_hash` UInt64 CODEC(ZSTD(1)),
  `parent_exe_path` Nullable(String) CODEC(ZSTD(1)),
  `parent_application` Nullable(String) CODEC(ZSTD(1)),
  `uid` UInt64 CODEC(T64, ZSTD(1)),
  `gid` UInt64 CODEC(T64, ZSTD(1)),
  `effective_uid` UInt64 CODEC(T64, ZSTD(1)),
  `user_name` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `exe_path` String CODEC(ZSTD(1)),
  `command_line` String CODEC(ZSTD(1)),
  `is_command_line_cut` Bool CODEC(ZSTD(1)),
  `cwd` Nullable(String) CODEC(ZSTD(1)),
  `comm` String CODEC(ZSTD(1)),
  `container_id` Nullable(String) CODEC(ZSTD(1)),
  `is_in_container` LowCardinality(String) ALIAS if(container_id IS NULL, 'false', 'true'),
  `application` String CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(`executed_at`)
ORDER BY (machine_id, executed_at)
TTL `executed_at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS `connection`
(
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `mid` UInt64 ALIAS bitShiftRight(sipHash64(machine_id), 11),
  `batch_id` String CODEC(ZSTD(1)),
  `received_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `minute` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `direction` LowCardinality(String) CODEC(ZSTD(1)),
  `protocol` LowCardinality(String) CODEC(ZSTD(1)),
  `application` String CODEC(ZSTD(1)),
  `pid_hash` Nullable(UInt64) CODEC(ZSTD(1)),
  `exe_path` Nullable(String) CODEC(ZSTD(1)),
  `user_name` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `local_address` String CODEC(ZSTD(1)),
  `peer_address` String CODEC(ZSTD(1)),
  `peer_name` Nullable(String) CODEC(ZSTD(1)),
  `peer_application` Nullable(String) CODEC(ZSTD(1)),
  `peer` String CODEC(ZSTD(1)),
  `port` UInt64 CODEC(T64, ZSTD(1)),
  `opened` UInt64 CODEC(ZSTD(1)),
  `failed` UInt64 CODEC(ZSTD(1)),
  `open` UInt64 CODEC(ZSTD(1)),
  `sent_bytes` UInt64 CODEC(T64, ZSTD(1)),
  `received_bytes` UInt64 CODEC(T64, ZSTD(1)),
  `first_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `last_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `container_id` Nullable(String) CODEC(ZSTD(1)),
  `is_in_container` LowCardinality(String) ALIAS if(container_id IS NULL, 'false', 'true')
)
ENGINE = MergeTree
PARTITION BY toDate(`minute`)
ORDER BY (machine_id, minute, application)
TTL `minute` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS `listener`
(
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `mid` UInt64 ALIAS bitShiftRight(sipHash64(machine_id), 11),
  `batch_id` String CODEC(ZSTD(1)),
  `received_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `seen_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `closed_at` Nullable(DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1)),
  `protocol` LowCardinality(String) CODEC(ZSTD(1)),
  `address` String CODEC(ZSTD(1)),
  `port` UInt64 CODEC(T64, ZSTD(1)),
  `application` String CODEC(ZSTD(1)),
  `pid_hash` Nullable(UInt64) CODEC(ZSTD(1)),
  `exe_path` Nullable(String) CODEC(ZSTD(1)),
  `user_name` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `container_id` Nullable(String) CODEC(ZSTD(1)),
  `is_in_container` LowCardinality(String) ALIAS if(container_id IS NULL, 'false', 'true')
)
ENGINE = ReplacingMergeTree(`seen_at`)
PARTITION BY toDate(`seen_at`)
ORDER BY (machine_id, toStartOfHour(seen_at), protocol, address, port, application)
TTL `seen_at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS `dns`
(
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `mid` UInt64 ALIAS bitShiftRight(sipHash64(machine_id), 11),
  `batch_id` String CODEC(ZSTD(1)),
  `received_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `asked_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `application` String CODEC(ZSTD(1)),
  `pid_hash` Nullable(UInt64) CODEC(ZSTD(1)),
  `server_address` String CODEC(ZSTD(1)),
  `name` String CODEC(ZSTD(1)),
  `record_type` LowCardinality(String) CODEC(ZSTD(1)),
  `response_code` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `answer_address` Nullable(String) CODEC(ZSTD(1)),
  `ttl` Nullable(UInt64) CODEC(T64, ZSTD(1)),
  `packet_bytes` Nullable(UInt64) CODEC(T64, ZSTD(1)),
  `container_id` Nullable(String) CODEC(ZSTD(1)),
  `is_in_container` LowCardinality(String) ALIAS if(container_id IS NULL, 'false', 'true')
)
ENGINE = MergeTree
PARTITION BY toDate(`asked_at`)
ORDER BY (machine_id, asked_at)
TTL `asked_at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS `container`
(
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `mid` UInt64 ALIAS bitShiftRight(sipHash64(machine_id), 11),
  `batch_id` String CODEC(ZSTD(1)),
  `received_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `seen_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `container_id` String CODEC(ZSTD(1)),
  `runtime` LowCardinality(String) CODEC(ZSTD(1)),
  `name` Nullable(String) CODEC(ZSTD(1)),
  `image_id` Nullable(String) CODEC(ZSTD(1)),
  `image_repository` Nullable(String) CODEC(ZSTD(1)),
  `image_tag` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `started_at` Nullable(DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1)),
  `stopped_at` Nullable(DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1)),
  `is_privileged` Nullable(Bool) CODEC(ZSTD(1)),
  `network_mode` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `pid_mode` LowCardinality(Nullable(String)) CODEC(ZSTD(1)),
  `labels` Map(String, String) CODEC(ZSTD(1)),
  `pod_uid` Nullable(String) CODEC(ZSTD(1)),
  `pod_name` Nullable(String) CODEC(ZSTD(1)),
  `pod_namespace` LowCardinality(Nullable(String)) CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(`seen_at`)
ORDER BY (machine_id, container_id)
TTL `seen_at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS `agent_metric`
(
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `mid` UInt64 ALIAS bitShiftRight(sipHash64(machine_id), 11),
  `batch_id` String CODEC(ZSTD(1)),
  `received_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `cpu_percent` Float64 CODEC(ZSTD(1)),
  `kernel_percent` Nullable(Float64) CODEC(ZSTD(1)),
  `resident_bytes` UInt64 CODEC(T64, ZSTD(1)),
  `captured` UInt64 CODEC(ZSTD(1)),
  `lost` UInt64 CODEC(ZSTD(1)),
  `rows_sent` UInt64 CODEC(ZSTD(1)),
  `bytes_sent` UInt64 CODEC(T64, ZSTD(1)),
  `queued_rows` UInt64 CODEC(ZSTD(1)),
  `spooled_bytes` UInt64 CODEC(T64, ZSTD(1)),
  `spooled_batches` UInt64 CODEC(ZSTD(1)),
  `processes_known` UInt64 CODEC(ZSTD(1)),
  `tiers` Map(String, String) CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(`at`)
ORDER BY (machine_id, at)
TTL `at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS `agent_gap`
(
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `mid` UInt64 ALIAS bitShiftRight(sipHash64(machine_id), 11),
  `batch_id` String CODEC(ZSTD(1)),
  `received_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `started_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `ended_at` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `lost_where` LowCardinality(String) CODEC(ZSTD(1)),
  `lost_what` LowCardinality(String) CODEC(ZSTD(1)),
  `lost` Nullable(UInt64) CODEC(ZSTD(1)),
  `reason` String CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(`ended_at`)
ORDER BY (machine_id, ended_at)
TTL `ended_at` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS `edge_hour`
(
  `hour` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `type` LowCardinality(String) CODEC(ZSTD(1)),
  `source` String CODEC(ZSTD(1)),
  `target` String CODEC(ZSTD(1)),
  `port` UInt64 CODEC(T64, ZSTD(1)),
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `events` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `failed` SimpleAggregateFunction(sum, UInt64) CODEC(ZSTD(1)),
  `sent_bytes` SimpleAggregateFunction(sum, UInt64) CODEC(T64, ZSTD(1)),
  `received_bytes` SimpleAggregateFunction(sum, UInt64) CODEC(T64, ZSTD(1)),
  `instances` AggregateFunction(uniqCombined(12), UInt64) CODEC(ZSTD(1)),
  `first_at` SimpleAggregateFunction(min, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1)),
  `last_at` SimpleAggregateFunction(max, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY toDate(`hour`)
ORDER BY (hour, type, source, target, port, machine_id)
TTL `hour` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE TABLE IF NOT EXISTS `node_hour`
(
  `application` String CODEC(ZSTD(1)),
  `hour` DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
  `machine_id` LowCardinality(String) CODEC(ZSTD(1)),
  `instances` AggregateFunction(uniqCombined(12), UInt64) CODEC(ZSTD(1)),
  `users` SimpleAggregateFunction(groupUniqArrayArray(100), Array(String)) CODEC(ZSTD(1)),
  `exe_paths` SimpleAggregateFunction(groupUniqArrayArray(100), Array(String)) CODEC(ZSTD(1)),
  `containers` SimpleAggregateFunction(groupUniqArrayArray(100), Array(String)) CODEC(ZSTD(1)),
  `first_at` SimpleAggregateFunction(min, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1)),
  `last_at` SimpleAggregateFunction(max, DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY toDate(`hour`)
ORDER BY (application, hour, machine_id)
TTL `hour` + INTERVAL 92 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

