package org.isnad.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.isnad.store.Results.PassageRow;
import org.isnad.store.Results.PublicationRow;
import org.isnad.store.Results.ReportRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes what was made of the articles; rows that are the same are not touched. */
final class ResultTables {

  private static final List<String> TABLES =
      List.of(
          "articles",
          "changes",
          "decisions",
          "incidents",
          "passages",
          "problems",
          "publications",
          "readings",
          "redirects",
          "reports",
          "runs",
          "texts");

  /** Rows sent to the database at a time. */
  private static final int BATCH = 1000;

  private final Handle handle;

  ResultTables(Handle handle) {
    this.handle = handle;
  }

  void replace(Results results, Instant at) {
    Map<String, String> before = incidentsByReport();
    Map<String, String> after = new TreeMap<>();
    for (ReportRow report : results.reports()) {
      if (report.incident() != null) {
        after.put(report.id(), report.incident());
      }
    }
    new IncidentWrites(handle, at, "run")
        .replace(
            results,
            DecisionTable.byIncident(
                DecisionTable.counting(new DecisionTable(handle).all()),
                after,
                results.redirects()),
            before,
            after);
    int reports = reports(results.reports());
    int articles = publications(results.publications());
    passages(results.passages());
    handle.execute(
        "INSERT INTO runs VALUES (?, ?, ?, ?, (SELECT count(*) FROM incidents WHERE status NOT IN ('merged', 'retracted')))"
            + " ON CONFLICT DO NOTHING",
        results.version().pipeline(),
        results.version().knowledge(),
        articles,
        reports);
  }

  /** Ids of incidents by ids of reports, as stored. */
  Map<String, String> incidentsByReport() {
    Map<String, String> incidents = new TreeMap<>();
    handle
        .createQuery("SELECT id, incident FROM reports WHERE incident IS NOT NULL")
        .map((row, context) -> Map.entry(row.getString("id"), row.getString("incident")))
        .forEach(row -> incidents.put(row.getKey(), row.getValue()));
    return incidents;
  }

  Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (String table : TABLES) {
      sizes.put(
          table, handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
    }
    return sizes;
  }

  private int reports(Iterable<ReportRow> rows) {
    Set<String> kept = new HashSet<>();
    insert(
        "INSERT INTO reports VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET article = excluded.article,"
            + " incident = excluded.incident, json = excluded.json"
            + " WHERE reports.json <> excluded.json OR reports.incident IS DISTINCT FROM excluded.incident",
        rows,
        r -> {
          kept.add(r.id());
          return row(r.id(), r.article(), r.incident(), r.json());
        });
    remove("reports", "id", kept);
    return kept.size();
  }

  private int publications(Iterable<PublicationRow> rows) {
    Set<String> kept = new HashSet<>();
    insert(
        "INSERT INTO publications VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET json = excluded.json"
            + " WHERE publications.json <> excluded.json",
        rows,
        r -> {
          kept.add(r.article());
          return row(r.article(), r.json());
        });
    remove("publications", "article", kept);
    return kept.size();
  }

  private void passages(Iterable<PassageRow> rows) {
    Set<PassageRow> stored =
        new HashSet<>(
            handle
                .createQuery("SELECT * FROM passages")
                .map(
                    (row, context) ->
                        new PassageRow(
                            row.getString("copy"),
                            row.getInt("copy_start"),
                            row.getInt("copy_end"),
                            row.getString("original"),
                            row.getInt("original_start"),
                            row.getInt("original_end")))
                .list());
    Set<PassageRow> kept = new HashSet<>();
    insert(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        rows,
        p -> {
          kept.add(p);
          return cells(p);
        });
    stored.removeAll(kept);
    insert(
        "DELETE FROM passages WHERE copy = ? AND copy_start = ? AND copy_end = ? AND original = ?"
            + " AND original_start = ? AND original_end = ?",
        stored,
        ResultTables::cells);
  }

  private static @Nullable Object[] cells(PassageRow p) {
    return row(
        p.copy(), p.copyStart(), p.copyEnd(), p.original(), p.originalStart(), p.originalEnd());
  }

  private void remove(String table, String key, Set<String> kept) {
    List<String> gone =
        new ArrayList<>(
            handle.createQuery("SELECT " + key + " FROM " + table).mapTo(String.class).list());
    gone.removeIf(kept::contains);
    insert("DELETE FROM " + table + " WHERE " + key + " = ?", gone, ResultTables::row);
  }

  private static @Nullable Object[] row(@Nullable Object... cells) {
    return cells;
  }

  private <T> void insert(String sql, Iterable<T> rows, Function<T, @Nullable Object[]> cells) {
    Iterator<T> all = rows.iterator();
    while (all.hasNext()) {
      try (PreparedBatch batch = handle.prepareBatch(sql)) {
        for (int n = 0; n < BATCH && all.hasNext(); n++) {
          batch.add(cells.apply(all.next()));
        }
        batch.execute();
      }
    }
  }
}
