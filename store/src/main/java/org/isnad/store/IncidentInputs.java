package org.isnad.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.store.Results.IncidentRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Of what the stored incidents were made: fingerprints, for those of which that is known. */
final class IncidentInputs {

  private final Handle handle;

  IncidentInputs(Handle handle) {
    this.handle = handle;
  }

  /** The fingerprints of these incidents, by their ids. */
  Map<String, String> of(Collection<String> ids) {
    Map<String, String> inputs = new TreeMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery("SELECT incident, inputs FROM incident_inputs WHERE incident IN (<ids>)")
          .bindList("ids", List.copyOf(ids))
          .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
          .forEach(row -> inputs.put(row.getKey(), row.getValue()));
    }
    return inputs;
  }

  /** Keeps those of incidents that were written; what is not known any more is forgotten. */
  void keep(List<IncidentRow> rows) {
    List<IncidentRow> made = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (IncidentRow row : rows) {
      if (row.inputs() == null) {
        unknown.add(row.id());
      } else if (row.json() != null) {
        made.add(row);
      }
    }
    if (!unknown.isEmpty()) {
      handle
          .createUpdate("DELETE FROM incident_inputs WHERE incident IN (<ids>)")
          .bindList("ids", unknown)
          .execute();
    }
    if (!made.isEmpty()) {
      put(made);
    }
  }

  private void put(List<IncidentRow> rows) {
    try (PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO incident_inputs VALUES (?, ?) ON CONFLICT (incident) DO UPDATE SET inputs"
                + " = excluded.inputs")) {
      rows.forEach(row -> batch.add(row.id(), row.inputs()));
      batch.execute();
    }
  }
}
