-- Who may do what. Instants are Unix milliseconds; flags are 0 or 1; a *_hash is the SHA-256 of a secret in hexadecimal.

-- People who may sign in. The email is lower case. The password hash is argon2id in PHC form.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  is_disabled BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  last_seen_at BIGINT
);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  created_at BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL
);
CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_creation ON session (created_at);

CREATE TABLE api_key (
  id TEXT PRIMARY KEY,
  key_hash TEXT NOT NULL UNIQUE,
  tag TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  -- Name of the person or key that made it, as it was then.
  created_by TEXT NOT NULL,
  last_used_at BIGINT
);

CREATE TABLE agent_token (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  tag TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  is_disabled BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT
);

-- Links that work once: to create the first admin, to take an invitation, to set a new password.
CREATE TABLE one_time_link (
  secret_hash TEXT PRIMARY KEY,
  -- Only this email may use it; NULL is whoever holds the link.
  email TEXT,
  role TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX one_time_link_by_expiry ON one_time_link (expires_at);
