package org.isnad.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes what was made of the articles. */
final class ResultTables {

  private static final List<String> TABLES =
      List.of(
          "articles", "incidents", "passages", "problems", "readings", "reports", "runs", "texts");

  /** Rows sent to the database at a time. */
  private static final int BATCH = 1000;

  private final Handle handle;

  ResultTables(Handle handle) {
    this.handle = handle;
  }

  void replace(Results results) {
    for (String table : List.of("reports", "incidents", "passages", "readings")) {
      handle.execute("DELETE FROM " + table);
    }
    insert(
        "readings",
        4,
        results.readings().stream()
            .map(
                r ->
                    row(
                        r.article(),
                        results.version().pipeline(),
                        results.version().knowledge(),
                        r.json()))
            .toList());
    insert("incidents", 2, results.incidents().stream().map(i -> row(i.id(), i.json())).toList());
    insert(
        "reports",
        4,
        results.reports().stream()
            .map(r -> row(r.id(), r.article(), r.incident(), r.json()))
            .toList());
    insert(
        "passages",
        6,
        results.passages().stream()
            .map(
                p ->
                    row(
                        p.copy(),
                        p.copyStart(),
                        p.copyEnd(),
                        p.original(),
                        p.originalStart(),
                        p.originalEnd()))
            .toList());
    handle.execute(
        "INSERT OR IGNORE INTO runs VALUES (?, ?, ?, ?, ?)",
        results.version().pipeline(),
        results.version().knowledge(),
        results.readings().size(),
        results.reports().size(),
        results.incidents().size());
  }

  Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (String table : TABLES) {
      sizes.put(
          table, handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
    }
    return sizes;
  }

  private static @Nullable Object[] row(@Nullable Object... cells) {
    return cells;
  }

  private void insert(String table, int columns, List<@Nullable Object[]> rows) {
    String marks = "?" + ", ?".repeat(columns - 1);
    for (int from = 0; from < rows.size(); from += BATCH) {
      try (PreparedBatch batch =
          handle.prepareBatch("INSERT OR IGNORE INTO " + table + " VALUES (" + marks + ")")) {
        rows.subList(from, Math.min(rows.size(), from + BATCH)).forEach(batch::add);
        batch.execute();
      }
    }
  }
}
