-- Sums of events ("11 operations"), by the id of the report that tells them: JSON, with the incidents that can be among them.
CREATE TABLE series (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL
);
