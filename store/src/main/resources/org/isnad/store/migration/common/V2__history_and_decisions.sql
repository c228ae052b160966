-- What an incident can be found by, its history, and what people decided. Days and moments are ISO 8601 text, truth is 0 or 1.
ALTER TABLE incidents ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE incidents ADD COLUMN status TEXT NOT NULL DEFAULT 'suggested';
ALTER TABLE incidents ADD COLUMN merged_into TEXT;
ALTER TABLE incidents ADD COLUMN anchor TEXT;
ALTER TABLE incidents ADD COLUMN created_at TEXT;
ALTER TABLE incidents ADD COLUMN updated_at TEXT;
-- The incident as the decisions leave it; null where none changes it.
ALTER TABLE incidents ADD COLUMN decided TEXT;
ALTER TABLE incidents ADD COLUMN type TEXT;
ALTER TABLE incidents ADD COLUMN first_day TEXT;
ALTER TABLE incidents ADD COLUMN last_day TEXT;
ALTER TABLE incidents ADD COLUMN country TEXT;
ALTER TABLE incidents ADD COLUMN province TEXT;
ALTER TABLE incidents ADD COLUMN place TEXT;
ALTER TABLE incidents ADD COLUMN place_precision TEXT;
ALTER TABLE incidents ADD COLUMN lat DOUBLE PRECISION;
ALTER TABLE incidents ADD COLUMN lon DOUBLE PRECISION;
ALTER TABLE incidents ADD COLUMN killed INTEGER;
ALTER TABLE incidents ADD COLUMN disputed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incidents ADD COLUMN independent INTEGER NOT NULL DEFAULT 1;
CREATE INDEX incidents_by_day ON incidents (first_day, last_day);
CREATE INDEX incidents_by_province ON incidents (country, province);

-- Names and ids an incident is found by, one row each: actor, claimed-by, target, weapon, source.
CREATE TABLE incident_terms (
  kind TEXT NOT NULL,
  term TEXT NOT NULL,
  incident TEXT NOT NULL REFERENCES incidents (id),
  PRIMARY KEY (kind, term, incident)
);
CREATE INDEX incident_terms_by_incident ON incident_terms (incident);

-- Earlier versions of incidents; the newest stands in incidents.
CREATE TABLE incident_versions (
  incident TEXT NOT NULL REFERENCES incidents (id),
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (incident, version)
);

-- Incidents that were merged, and into which.
CREATE TABLE redirects (
  id TEXT PRIMARY KEY,
  successor TEXT NOT NULL
);

-- Only ever added to. kind: accept, publish, reject, unsure, comment, edit, merge, split, undo.
CREATE TABLE decisions (
  id TEXT PRIMARY KEY,
  seq BIGINT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  who TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  incident TEXT,
  incident_version INTEGER,
  json TEXT NOT NULL
);
CREATE INDEX decisions_by_incident ON decisions (incident);

-- Only ever added to. kind: created, revised, merged, split, retracted, decided.
CREATE TABLE changes (
  seq BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  incident TEXT NOT NULL,
  version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  cause TEXT NOT NULL,
  before TEXT,
  after TEXT
);
CREATE INDEX changes_by_incident ON changes (incident);

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counters VALUES ('changes', 0);
INSERT INTO counters VALUES ('decisions', 0);
-- Raised by whatever makes earlier results stale: articles, readings, decisions.
INSERT INTO counters VALUES ('state', 0);

-- Reports that another version of the program numbers otherwise; for decisions up to the given one.
CREATE TABLE renamed_reports (
  batch BIGINT NOT NULL,
  decision BIGINT NOT NULL,
  old_id TEXT NOT NULL,
  new_id TEXT NOT NULL,
  PRIMARY KEY (batch, old_id)
);
INSERT INTO counters VALUES ('renames', 0);

-- The event word of a report, in code points; null where only the title names the event.
ALTER TABLE reports ADD COLUMN cue_start INTEGER;
ALTER TABLE reports ADD COLUMN cue_end INTEGER;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- What was read in an article, its times still in words; earlier rows had another shape and are read anew.
DROP TABLE readings;
CREATE TABLE readings (
  article TEXT PRIMARY KEY REFERENCES articles (id),
  pipeline INTEGER NOT NULL,
  knowledge TEXT NOT NULL,
  json TEXT NOT NULL
);

-- When each article was published and what it copies, in the shape of the published schema.
CREATE TABLE publications (
  article TEXT PRIMARY KEY REFERENCES articles (id),
  json TEXT NOT NULL
);
