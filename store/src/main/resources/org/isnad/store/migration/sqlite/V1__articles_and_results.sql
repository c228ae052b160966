-- What was captured. A text stands once; two outlets that print the same text are two articles.
CREATE TABLE texts (
  hash TEXT PRIMARY KEY,
  text TEXT NOT NULL
);

CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL REFERENCES texts (hash),
  title TEXT,
  outlet TEXT,
  url TEXT,
  published TEXT,
  retrieved TEXT,
  language TEXT NOT NULL
);
CREATE INDEX articles_by_hash ON articles (hash);

CREATE TABLE problems (
  code INTEGER NOT NULL,
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (code, place, text)
);

-- What was made of it: replaced whole whenever the articles or the program's knowledge change.
CREATE TABLE readings (
  article TEXT NOT NULL REFERENCES articles (id),
  pipeline INTEGER NOT NULL,
  knowledge TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (article, pipeline, knowledge)
);

CREATE TABLE incidents (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL
);

CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id),
  incident TEXT REFERENCES incidents (id),
  json TEXT NOT NULL
);
CREATE INDEX reports_by_article ON reports (article);
CREATE INDEX reports_by_incident ON reports (incident);

CREATE TABLE passages (
  copy TEXT NOT NULL REFERENCES articles (id),
  copy_start INTEGER NOT NULL,
  copy_end INTEGER NOT NULL,
  original TEXT NOT NULL REFERENCES articles (id),
  original_start INTEGER NOT NULL,
  original_end INTEGER NOT NULL,
  PRIMARY KEY (copy, copy_start, copy_end, original, original_start, original_end)
);

CREATE TABLE runs (
  pipeline INTEGER NOT NULL,
  knowledge TEXT NOT NULL,
  articles INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  incidents INTEGER NOT NULL,
  PRIMARY KEY (pipeline, knowledge, articles, reports, incidents)
);

-- For people who open the file with other programs.
CREATE VIEW outlet_copies AS
SELECT c.outlet AS copying, o.outlet AS copied, count(DISTINCT p.copy) AS articles, count(*) AS passages
FROM passages p JOIN articles c ON c.id = p.copy JOIN articles o ON o.id = p.original
GROUP BY c.outlet, o.outlet;

CREATE VIEW incident_reports AS
SELECT r.incident, r.id AS report, r.json ->> '$.type' AS type, r.json ->> '$.time.earliest' AS earliest,
  r.json ->> '$.time.latest' AS latest, r.json ->> '$.place.name' AS place, a.id AS article, a.outlet, a.published
FROM reports r JOIN articles a ON a.id = r.article;
