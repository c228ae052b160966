-- What was captured. A text stands once; two outlets that print the same text are two articles.
CREATE TABLE texts (
  hash TEXT PRIMARY KEY,
  text TEXT NOT NULL
);

CREATE TABLE articles (
  id TEXT COLLATE "C" PRIMARY KEY,
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
  id TEXT COLLATE "C" PRIMARY KEY,
  json TEXT NOT NULL
);

CREATE TABLE reports (
  id TEXT COLLATE "C" PRIMARY KEY,
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

