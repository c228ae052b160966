-- Articles with their days as the program keeps them, and a fingerprint of the family and of the version by which they were dated.
CREATE TABLE dated (
  article TEXT PRIMARY KEY,
  family TEXT NOT NULL,
  record BYTEA NOT NULL
);
