package org.isnad.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Which rows of a table are still of the newest results, so that the others can be taken away. The
 * database holds their keys, because an archive has more of them than fit into memory; where the
 * table was empty, nothing has to be held.
 */
final class KeptRows implements AutoCloseable {

  /** Keys sent to the database at a time. */
  private static final int BATCH = 1000;

  private final Handle handle;
  private final String table;
  private final String key;
  private final boolean wasEmpty;
  private final List<String> batch = new ArrayList<>();
  private int count;

  /** The rows of a table, by its primary key; one at a time for each table. */
  KeptRows(Handle handle, String table, String key) {
    this.handle = handle;
    this.table = table;
    this.key = key;
    this.wasEmpty =
        handle
            .createQuery("SELECT 1 FROM " + table + " LIMIT 1")
            .mapTo(Integer.class)
            .list()
            .isEmpty();
    drop();
    handle.execute("CREATE TEMPORARY TABLE " + kept() + " (id TEXT PRIMARY KEY)");
  }

  /** Notes a row that is to stay. */
  void add(String id) {
    count++;
    if (!wasEmpty) {
      batch.add(id);
      if (batch.size() == BATCH) {
        flush();
      }
    }
  }

  /** The keys of the other rows, in their order. */
  List<String> others() {
    flush();
    return wasEmpty
        ? List.of()
        : handle
            .createQuery("SELECT " + key + " FROM " + table + unkept() + " ORDER BY " + key)
            .mapTo(String.class)
            .list();
  }

  /** Takes the other rows away; how many stay. */
  int removeOthers() {
    flush();
    if (!wasEmpty) {
      handle.execute("DELETE FROM " + table + unkept());
    }
    return count;
  }

  private String unkept() {
    return " WHERE NOT EXISTS (SELECT 1 FROM "
        + kept()
        + " k WHERE k.id = "
        + table
        + "."
        + key
        + ")";
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    try (PreparedBatch insert =
        handle.prepareBatch("INSERT INTO " + kept() + " VALUES (?) ON CONFLICT DO NOTHING")) {
      batch.forEach(id -> insert.add(id));
      insert.execute();
    }
    batch.clear();
  }

  private String kept() {
    return "kept_" + table;
  }

  private void drop() {
    handle.execute("DROP TABLE IF EXISTS " + kept());
  }

  @Override
  public void close() {
    drop();
  }
}
