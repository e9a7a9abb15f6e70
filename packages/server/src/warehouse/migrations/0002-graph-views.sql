-- The behaviour graph by the hour. Nodes are `app:<application>`, or as the agent named the peer; see packages/graph.

CREATE MATERIALIZED VIEW edge_hour_launch TO edge_hour AS
SELECT
  toStartOfHour(executed_at) AS hour,
  'launch' AS type,
  concat('app:', assumeNotNull(parent_application)) AS source,
  concat('app:', application) AS target,
  toUInt64(0) AS port,
  machine_id,
  count() AS events,
  toUInt64(0) AS failed,
  toUInt64(0) AS sent_bytes,
  toUInt64(0) AS received_bytes,
  uniqCombinedState(12)(pid_hash) AS instances,
  min(executed_at) AS first_at,
  max(executed_at) AS last_at
FROM exec
WHERE parent_application IS NOT NULL
GROUP BY hour, source, target, machine_id;

-- Bytes count from source to target, so that the two ends of one connection agree.
CREATE MATERIALIZED VIEW edge_hour_connection TO edge_hour AS
SELECT
  toStartOfHour(minute) AS hour,
  if(direction = 'inbound', 'accept', 'connect') AS type,
  if(direction = 'inbound', peer, concat('app:', application)) AS source,
  if(direction = 'inbound', concat('app:', application), peer) AS target,
  connection.port AS port,
  machine_id,
  sum(opened) AS events,
  sum(connection.failed) AS failed,
  sum(if(direction = 'inbound', connection.received_bytes, connection.sent_bytes)) AS sent_bytes,
  sum(if(direction = 'inbound', connection.sent_bytes, connection.received_bytes)) AS received_bytes,
  uniqCombinedStateIf(12)(assumeNotNull(pid_hash), pid_hash IS NOT NULL) AS instances,
  min(connection.first_at) AS first_at,
  max(connection.last_at) AS last_at
FROM connection
GROUP BY hour, type, source, target, port, machine_id;

CREATE MATERIALIZED VIEW edge_hour_dns TO edge_hour AS
SELECT
  toStartOfHour(asked_at) AS hour,
  'dns' AS type,
  concat('app:', application) AS source,
  concat('name:', name) AS target,
  toUInt64(0) AS port,
  machine_id,
  count() AS events,
  countIf(response_code IS NULL OR response_code != 'NOERROR') AS failed,
  toUInt64(0) AS sent_bytes,
  toUInt64(0) AS received_bytes,
  uniqCombinedStateIf(12)(assumeNotNull(pid_hash), pid_hash IS NOT NULL) AS instances,
  min(asked_at) AS first_at,
  max(asked_at) AS last_at
FROM dns
GROUP BY hour, source, target, machine_id;

CREATE MATERIALIZED VIEW node_hour_process TO node_hour AS
SELECT
  application,
  toStartOfHour(seen_at) AS hour,
  machine_id,
  uniqCombinedState(12)(pid_hash) AS instances,
  groupUniqArrayIf(100)(assumeNotNull(user_name), user_name IS NOT NULL) AS users,
  groupUniqArrayIf(100)(assumeNotNull(exe_path), exe_path IS NOT NULL) AS exe_paths,
  groupUniqArrayIf(100)(assumeNotNull(container_id), container_id IS NOT NULL) AS containers,
  min(seen_at) AS first_at,
  max(seen_at) AS last_at
FROM process
GROUP BY application, hour, machine_id;

CREATE MATERIALIZED VIEW node_hour_exec TO node_hour AS
SELECT
  application,
  toStartOfHour(executed_at) AS hour,
  machine_id,
  uniqCombinedState(12)(pid_hash) AS instances,
  groupUniqArrayIf(100)(assumeNotNull(user_name), user_name IS NOT NULL) AS users,
  groupUniqArray(100)(exe_path) AS exe_paths,
  groupUniqArrayIf(100)(assumeNotNull(container_id), container_id IS NOT NULL) AS containers,
  min(executed_at) AS first_at,
  max(executed_at) AS last_at
FROM exec
GROUP BY application, hour, machine_id;

CREATE MATERIALIZED VIEW node_hour_connection TO node_hour AS
SELECT
  application,
  toStartOfHour(minute) AS hour,
  machine_id,
  uniqCombinedStateIf(12)(assumeNotNull(pid_hash), pid_hash IS NOT NULL) AS instances,
  groupUniqArrayIf(100)(assumeNotNull(user_name), user_name IS NOT NULL) AS users,
  groupUniqArrayIf(100)(assumeNotNull(exe_path), exe_path IS NOT NULL) AS exe_paths,
  groupUniqArrayIf(100)(assumeNotNull(container_id), container_id IS NOT NULL) AS containers,
  min(connection.first_at) AS first_at,
  max(connection.last_at) AS last_at
FROM connection
GROUP BY application, hour, machine_id;
