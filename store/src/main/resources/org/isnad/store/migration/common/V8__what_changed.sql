-- What can be searched and changed since an index was made, newest change of each. kind: incident, report, article.
CREATE TABLE document_changes (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX document_changes_by_seq ON document_changes (seq);

-- The names of the states between which those changes lie; an index of a state that is not here is made anew.
CREATE TABLE document_states (
  seq BIGINT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE document_counter (value BIGINT NOT NULL);
INSERT INTO document_counter VALUES (0);
