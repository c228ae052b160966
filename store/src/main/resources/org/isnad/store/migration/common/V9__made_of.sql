-- Of what an incident was made, as a fingerprint: it is not made again of the same.
CREATE TABLE incident_inputs (
  incident TEXT PRIMARY KEY,
  inputs TEXT NOT NULL
);
