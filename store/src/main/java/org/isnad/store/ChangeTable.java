package org.isnad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The log of changes. */
final class ChangeTable {

  private static final int FETCH = 500;

  private final Handle handle;

  ChangeTable(Handle handle) {
    this.handle = handle;
  }

  void each(long after, int limit, Consumer<ChangeRow> consumer) {
    String sql = "SELECT * FROM changes WHERE seq > :after ORDER BY seq LIMIT :limit";
    try (Query query = handle.createQuery(sql).setFetchSize(FETCH);
        Stream<ChangeRow> rows =
            query
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> change(row))
                .stream()) {
      for (Iterator<ChangeRow> all = rows.iterator(); all.hasNext(); ) {
        consumer.accept(all.next());
      }
    }
  }

  List<ChangeRow> of(String incident) {
    return handle
        .createQuery("SELECT * FROM changes WHERE incident = :incident ORDER BY seq")
        .bind("incident", incident)
        .map((row, context) -> change(row))
        .list();
  }

  private static ChangeRow change(ResultSet row) throws SQLException {
    return new ChangeRow(
        row.getLong("seq"),
        row.getString("kind"),
        row.getString("incident"),
        row.getInt("version"),
        row.getString("changed_at"),
        row.getString("cause"),
        row.getString("before"),
        row.getString("after"));
  }
}
