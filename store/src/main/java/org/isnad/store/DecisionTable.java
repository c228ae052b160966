package org.isnad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.core.incident.Decision;
import org.isnad.core.incident.Decisions;
import org.jdbi.v3.core.Handle;

/** The decisions; rows are only ever added. */
final class DecisionTable {

  private final Handle handle;

  DecisionTable(Handle handle) {
    this.handle = handle;
  }

  void add(StoredDecision stored, long seq) {
    Decision decision = stored.decision();
    handle
        .createUpdate(
            "INSERT INTO decisions (id, seq, kind, who, decided_at, reason, incident, incident_version, json)"
                + " VALUES (:id, :seq, :kind, :who, :at, :reason, :incident, :version, :json)")
        .bind("id", decision.id())
        .bind("seq", seq)
        .bind("kind", StoredDecision.kind(decision))
        .bind("who", decision.by())
        .bind("at", decision.at().toString())
        .bind("reason", decision.reason())
        .bind("incident", StoredDecision.incident(decision))
        .bind("version", stored.incidentVersion())
        .bind("json", stored.json())
        .execute();
  }

  /** All, oldest first; the reports they speak of are called as they are now. */
  List<StoredDecision> all() {
    return renamed(
        handle
            .createQuery("SELECT * FROM decisions ORDER BY seq")
            .map((row, context) -> new Numbered(row.getLong("seq"), decision(row)))
            .list());
  }

  /** Remembers that reports have other ids now, as far as decisions speak of them. */
  void rename(Map<String, String> renames) {
    Set<String> named = new TreeSet<>();
    if (!renames.isEmpty()) {
      all().forEach(stored -> named.addAll(StoredDecision.reports(stored.decision())));
    }
    named.retainAll(renames.keySet());
    if (named.isEmpty()) {
      return;
    }
    long batch = new Counters(handle).next("renames");
    for (String old : named) {
      handle.execute(
          "INSERT INTO renamed_reports VALUES (?, (SELECT value FROM counters WHERE name = 'decisions'), ?, ?)",
          batch,
          old,
          renames.get(old));
    }
  }

  private List<StoredDecision> renamed(List<Numbered> decisions) {
    List<Numbered> current = decisions;
    for (Rename rename : renames()) {
      current =
          current.stream()
              .map(
                  one ->
                      one.seq > rename.decision
                          ? one
                          : new Numbered(one.seq, one.stored.renamed(rename.names)))
              .toList();
    }
    return current.stream().map(Numbered::stored).toList();
  }

  private List<Rename> renames() {
    Map<Long, Rename> batches = new TreeMap<>();
    handle
        .createQuery("SELECT * FROM renamed_reports ORDER BY batch, old_id")
        .map(
            (row, context) ->
                new RenameRow(
                    row.getLong("batch"),
                    row.getLong("decision"),
                    row.getString("old_id"),
                    row.getString("new_id")))
        .forEach(
            row ->
                batches
                    .computeIfAbsent(row.batch, n -> new Rename(row.decision, new TreeMap<>()))
                    .names
                    .put(row.oldId, row.newId));
    return List.copyOf(batches.values());
  }

  private record RenameRow(long batch, long decision, String oldId, String newId) {}

  private record Numbered(long seq, StoredDecision stored) {}

  /** Reports that were numbered anew after a decision. */
  private record Rename(long decision, Map<String, String> names) {}

  /** Those that count, oldest first. */
  static List<StoredDecision> counting(Collection<StoredDecision> all) {
    Map<String, StoredDecision> byId = new TreeMap<>();
    all.forEach(stored -> byId.put(stored.decision().id(), stored));
    List<StoredDecision> counting = new ArrayList<>();
    for (Decision decision :
        Decisions.of(all.stream().map(StoredDecision::decision).toList()).counting()) {
      StoredDecision stored = byId.get(decision.id());
      if (stored != null) {
        counting.add(stored);
      }
    }
    return counting;
  }

  /**
   * Those that count, by the incident that they concern: the one they name, or its successor where
   * it was merged; for merges and splits the incidents of their reports. A verdict on a merged
   * incident does not pass to the successor, which is another incident than was judged.
   *
   * @param incidents ids of incidents by ids of reports
   * @param redirects successors of merged incidents
   */
  static Map<String, List<StoredDecision>> byIncident(
      List<StoredDecision> counting, Map<String, String> incidents, Map<String, String> redirects) {
    Map<String, List<StoredDecision>> byIncident = new TreeMap<>();
    for (StoredDecision stored : counting) {
      for (String incident : concerned(stored.decision(), incidents, redirects)) {
        byIncident.computeIfAbsent(incident, id -> new ArrayList<>()).add(stored);
      }
    }
    return byIncident;
  }

  private static Collection<String> concerned(
      Decision decision, Map<String, String> incidents, Map<String, String> redirects) {
    return switch (decision) {
      case Decision.Merge merge -> ofReports(merge.reports(), incidents);
      case Decision.Split split -> {
        List<String> reports = new ArrayList<>(split.part());
        reports.addAll(split.rest());
        yield ofReports(reports, incidents);
      }
      case Decision.Edit edit -> List.of(redirects.getOrDefault(edit.incident(), edit.incident()));
      case Decision.Comment comment ->
          List.of(redirects.getOrDefault(comment.incident(), comment.incident()));
      case Decision.Undo undo -> List.of();
      case Decision.Accept accept -> List.of(accept.incident());
      case Decision.Publish publish -> List.of(publish.incident());
      case Decision.Reject reject -> List.of(reject.incident());
      case Decision.Unsure unsure -> List.of(unsure.incident());
    };
  }

  private static Collection<String> ofReports(List<String> reports, Map<String, String> incidents) {
    TreeSet<String> ids = new TreeSet<>();
    for (String report : reports) {
      String incident = incidents.get(report);
      if (incident != null) {
        ids.add(incident);
      }
    }
    return ids;
  }

  private static StoredDecision decision(ResultSet row) throws SQLException {
    int version = row.getInt("incident_version");
    return StoredDecision.of(
        row.getString("id"),
        row.getString("kind"),
        row.getString("who"),
        Instant.parse(row.getString("decided_at")),
        row.getString("reason"),
        row.getString("incident"),
        version == 0 ? null : Integer.valueOf(version),
        row.getString("json"));
  }
}
