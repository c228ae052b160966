package org.isnad.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Articles with their days, for as long as their readings are the ones that were dated. */
final class DatedTable {

  private final Handle handle;

  DatedTable(Handle handle) {
    this.handle = handle;
  }

  List<DatedRow> some(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : handle
            .createQuery("SELECT article, family, record FROM dated WHERE article IN (<ids>)")
            .bindList("ids", List.copyOf(ids))
            .map(
                (row, context) -> new DatedRow(row.getString(1), row.getString(2), row.getBytes(3)))
            .list();
  }

  void put(List<DatedRow> rows) {
    try (PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO dated VALUES (?, ?, ?) ON CONFLICT (article) DO UPDATE SET family ="
                + " excluded.family, record = excluded.record")) {
      rows.forEach(row -> batch.add(row.article(), row.family(), row.record()));
      batch.execute();
    }
  }

  /** The readings of these articles are others from now on. */
  void forget(Collection<String> ids) {
    if (!ids.isEmpty()) {
      handle
          .createUpdate("DELETE FROM dated WHERE article IN (<ids>)")
          .bindList("ids", List.copyOf(ids))
          .execute();
    }
  }
}
