-- Counts and filters read this index alone, and not the rows with their JSON, which are fifty times as large.
CREATE INDEX incidents_to_count ON incidents
  (status, type, country, province, place_precision, lat, lon, first_day, last_day, killed, disputed, independent, id);
DROP INDEX incident_terms_by_incident;
CREATE INDEX incident_terms_by_incident ON incident_terms (incident, kind, term);
