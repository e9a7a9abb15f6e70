-- Agents as the intake knows them: one row per machine that ever reported. Instants are Unix milliseconds.
CREATE TABLE agent (
  machine_id TEXT PRIMARY KEY,
  hostname TEXT NOT NULL,
  version TEXT NOT NULL,
  token_id TEXT NOT NULL,
  first_batch_at BIGINT NOT NULL,
  last_batch_at BIGINT NOT NULL
);
CREATE INDEX agent_by_token ON agent (token_id);

-- Ids of batches that are stored, for 14 days: one sent again is acknowledged and not stored again.
CREATE TABLE stored_batch (
  batch_id TEXT PRIMARY KEY,
  stored_at BIGINT NOT NULL,
  -- What was answered, so that a batch sent again gets the same numbers.
  stored_rows BIGINT NOT NULL,
  rejected_rows BIGINT NOT NULL
);
CREATE INDEX stored_batch_by_time ON stored_batch (stored_at);
