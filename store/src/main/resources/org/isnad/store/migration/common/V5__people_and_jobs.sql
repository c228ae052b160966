-- Who may work with the store. Passwords, sessions and tokens are kept as hashes only. Moments are ISO 8601 text, truth is 0 or 1.
CREATE TABLE people (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  password TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
);

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people (name),
  created_at TEXT NOT NULL,
  used_at TEXT NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person);

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL REFERENCES people (name),
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  revoked INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX tokens_by_person ON tokens (person);

-- Who did what, when and from which address; rows are only ever added, and hold no secret.
CREATE TABLE audit (
  seq BIGINT PRIMARY KEY,
  logged_at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  source TEXT NOT NULL,
  detail TEXT NOT NULL
);

-- Answers to requests that were sent under a key; answer is null while the request is worked on.
CREATE TABLE repetitions (
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  request TEXT NOT NULL,
  answer TEXT,
  began_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  PRIMARY KEY (person, name)
);
CREATE INDEX repetitions_by_end ON repetitions (ends_at);

-- Imports that the server was asked for. state: waiting, running, done, failed, interrupted. files, result and problems are JSON.
CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at TEXT NOT NULL,
  started_at TEXT,
  ended_at TEXT,
  files TEXT NOT NULL,
  result TEXT,
  problems TEXT NOT NULL,
  problem_count INTEGER NOT NULL DEFAULT 0,
  error TEXT
);
CREATE INDEX jobs_by_state ON jobs (state);
