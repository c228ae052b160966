-- For people who open the file with other programs.
DROP VIEW IF EXISTS outlet_copies;
CREATE VIEW outlet_copies AS
SELECT c.outlet AS copying, o.outlet AS copied, count(DISTINCT p.copy) AS articles, count(*) AS passages
FROM passages p JOIN articles c ON c.id = p.copy JOIN articles o ON o.id = p.original
GROUP BY c.outlet, o.outlet;

DROP VIEW IF EXISTS incident_reports;
CREATE VIEW incident_reports AS
SELECT r.incident, r.id AS report, r.json::json ->> 'type' AS type, r.json::json #>> '{time,earliest}' AS earliest,
  r.json::json #>> '{time,latest}' AS latest, r.json::json #>> '{place,name}' AS place, a.id AS article, a.outlet, a.published
FROM reports r JOIN articles a ON a.id = r.article;

-- One row for everybody who gives a value: which incident, which field, what value, who, where, in what words.
DROP VIEW IF EXISTS incident_claims;
CREATE VIEW incident_claims AS
SELECT i.id AS incident, i.status, slot.key AS field, claim ->> 'value' AS value,
  claim ->> 'independentChains' AS independent, t ->> 'report' AS report, t ->> 'outlet' AS outlet,
  t ->> 'published' AS published, t ->> 'chain' AS chain, t ->> 'quote' AS quote
FROM incidents i, json_each(coalesce(i.decided, i.json)::json) slot,
  json_array_elements(CASE json_typeof(slot.value) WHEN 'object' THEN slot.value -> 'claims' END) claim,
  json_array_elements(claim -> 'testimonies') t;
