package org.isnad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isnad.store.Results.PassageRow;
import org.isnad.store.Results.PublicationRow;
import org.isnad.store.Results.ReportRow;
import org.isnad.store.Results.SeriesRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
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
          "series",
          "texts");

  /** Rows sent to the database at a time. */
  private static final int BATCH = 1000;

  private final Handle handle;
  private final DocumentLog documents;

  ResultTables(Handle handle) {
    this.handle = handle;
    this.documents = new DocumentLog(handle);
  }

  void replace(Results results, Instant at, String cause) {
    DecisionTable decisions = new DecisionTable(handle);
    decisions.rename(results.renames());
    new IncidentWrites(handle, documents, at, cause)
        .replace(
            results,
            DecisionTable.byIncident(
                DecisionTable.counting(decisions.all()),
                results.incidentsByReport(),
                results.redirects()),
            origins(results));
    int reports = reports(results.reports());
    int articles = publications(results.publications());
    passages(results.passages());
    series(results.series());
    documents.trim();
    handle.execute(
        "INSERT INTO runs VALUES (?, ?, ?, ?, (SELECT count(*) FROM incidents WHERE status NOT IN"
            + " ('merged', 'retracted'))) ON CONFLICT DO NOTHING",
        results.version().pipeline(),
        results.version().knowledge(),
        articles,
        reports);
  }

  /** Of an incident, another that some of its reports belong to so far, called as they are now. */
  private Map<String, String> origins(Results results) {
    Map<String, String> origins = new TreeMap<>();
    Set<String> taken = new HashSet<>(results.renames().values());
    eachPlace(
        report -> {
          String name = results.renames().get(report.id());
          String before = report.incident();
          if (before != null && (name != null || !taken.contains(report.id()))) {
            String now = results.incidentsByReport().get(name == null ? report.id() : name);
            if (now != null && !now.equals(before)) {
              origins.merge(now, before, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
          }
        });
    return origins;
  }

  /** Hands over the stored reports, in the order of their ids. */
  void eachReport(Consumer<ReportRow> consumer) {
    each(
        "SELECT id, article, incident, json FROM reports ORDER BY id",
        ResultTables::report,
        consumer);
  }

  /** Hands over these reports, those that are known. */
  void eachReport(Collection<String> ids, Consumer<ReportRow> consumer) {
    if (!ids.isEmpty()) {
      handle
          .createQuery("SELECT id, article, incident, json FROM reports WHERE id IN (<ids>)")
          .bindList("ids", List.copyOf(ids))
          .map((row, context) -> report(row))
          .forEach(consumer);
    }
  }

  private static ReportRow report(ResultSet row) throws SQLException {
    return new ReportRow(
        row.getString("id"),
        row.getString("article"),
        row.getString("incident"),
        row.getString("json"),
        null,
        null);
  }

  /** Where the stored reports stand, in the order of their ids. */
  List<ReportPlace> places() {
    List<ReportPlace> places = new ArrayList<>();
    eachPlace(places::add);
    return places;
  }

  /** Hands over where the stored reports stand, in the order of their ids. */
  void eachPlace(Consumer<ReportPlace> consumer) {
    each(
        "SELECT id, article, incident, cue_start, cue_end FROM reports ORDER BY id",
        row ->
            new ReportPlace(
                row.getString("id"),
                row.getString("article"),
                row.getString("incident"),
                row.getObject("cue_start") == null ? null : row.getInt("cue_start"),
                row.getObject("cue_end") == null ? null : row.getInt("cue_end")),
        consumer);
  }

  /** Hands over the ids of incidents with those of their anchors. */
  void eachAnchor(BiConsumer<String, String> consumer) {
    each(
        "SELECT id, anchor FROM incidents WHERE anchor IS NOT NULL ORDER BY id",
        row -> Map.entry(row.getString("id"), row.getString("anchor")),
        pair -> consumer.accept(pair.getKey(), pair.getValue()));
  }

  /** A row as what it stands for. */
  private interface Read<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> void each(String sql, Read<T> read, Consumer<T> consumer) {
    try (Query query = handle.createQuery(sql).setFetchSize(BATCH);
        Stream<T> rows = query.map((row, context) -> read.read(row)).stream()) {
      for (Iterator<T> all = rows.iterator(); all.hasNext(); ) {
        consumer.accept(all.next());
      }
    }
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
    try (KeptRows kept = new KeptRows(handle, "reports", "id")) {
      insert(
          "INSERT INTO reports (id, article, incident, json, cue_start, cue_end) VALUES (?, ?, ?,"
              + " ?, ?, ?) ON CONFLICT (id) DO UPDATE SET article = excluded.article, incident ="
              + " excluded.incident, json = excluded.json, cue_start = excluded.cue_start, cue_end"
              + " = excluded.cue_end WHERE reports.json <> excluded.json OR reports.incident IS"
              + " DISTINCT FROM excluded.incident",
          rows,
          r -> {
            kept.add(r.id());
            return row(r.id(), r.article(), r.incident(), r.json(), r.cueStart(), r.cueEnd());
          },
          r -> documents.add(DocumentLog.REPORT, r.id()));
      kept.others().forEach(id -> documents.add(DocumentLog.REPORT, id));
      return kept.removeOthers();
    }
  }

  private int publications(Iterable<PublicationRow> rows) {
    try (KeptRows kept = new KeptRows(handle, "publications", "article")) {
      insert(
          "INSERT INTO publications VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET json ="
              + " excluded.json WHERE publications.json <> excluded.json",
          rows,
          r -> {
            kept.add(r.article());
            return row(r.article(), r.json());
          },
          r -> documents.add(DocumentLog.ARTICLE, r.article()));
      kept.others().forEach(id -> documents.add(DocumentLog.ARTICLE, id));
      return kept.removeOthers();
    }
  }

  private void series(Iterable<SeriesRow> rows) {
    try (KeptRows kept = new KeptRows(handle, "series", "id")) {
      insert(
          "INSERT INTO series VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json"
              + " WHERE series.json <> excluded.json",
          rows,
          r -> {
            kept.add(r.id());
            return row(r.id(), r.json());
          },
          r -> {});
      kept.removeOthers();
    }
  }

  /** The database compares old and new, because an archive has more passages than fit in memory. */
  private void passages(Iterable<PassageRow> rows) {
    handle.execute("DROP TABLE IF EXISTS kept_passages");
    handle.execute(
        "CREATE TEMPORARY TABLE kept_passages (copy TEXT, copy_start INTEGER, copy_end INTEGER,"
            + " original TEXT, original_start INTEGER, original_end INTEGER, PRIMARY KEY (copy,"
            + " copy_start, copy_end, original, original_start, original_end))");
    insert(
        "INSERT INTO kept_passages VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        rows,
        ResultTables::cells,
        r -> {});
    handle.execute(
        "DELETE FROM passages WHERE NOT EXISTS (SELECT 1 FROM kept_passages k WHERE k.copy ="
            + " passages.copy AND k.copy_start = passages.copy_start AND k.copy_end ="
            + " passages.copy_end AND k.original = passages.original AND k.original_start ="
            + " passages.original_start AND k.original_end = passages.original_end)");
    handle.execute(
        "INSERT INTO passages SELECT * FROM kept_passages WHERE true ON CONFLICT DO NOTHING");
    handle.execute("DROP TABLE kept_passages");
  }

  private static @Nullable Object[] cells(PassageRow p) {
    return row(
        p.copy(), p.copyStart(), p.copyEnd(), p.original(), p.originalStart(), p.originalEnd());
  }

  private static @Nullable Object[] row(@Nullable Object... cells) {
    return cells;
  }

  /**
   * Sends rows to the database.
   *
   * @param written is told of those that are new or other than before
   */
  private <T> void insert(
      String sql, Iterable<T> rows, Function<T, @Nullable Object[]> cells, Consumer<T> written) {
    Iterator<T> all = rows.iterator();
    while (all.hasNext()) {
      List<T> sent = new ArrayList<>(BATCH);
      try (PreparedBatch batch = handle.prepareBatch(sql)) {
        while (sent.size() < BATCH && all.hasNext()) {
          T row = all.next();
          batch.add(cells.apply(row));
          sent.add(row);
        }
        int[] counts = batch.execute();
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] != 0) {
            written.accept(sent.get(i));
          }
        }
      }
    }
  }
}
