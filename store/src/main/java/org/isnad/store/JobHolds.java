package org.isnad.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that this process is at work on, held in a PostgreSQL database that servers on several
 * hosts share, by its <a
 * href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">advisory
 * locks</a>. They belong to a connection, so the database gives them back when the process or its
 * host ends, however it ends. In SQLite nothing is held: its servers share a folder.
 */
final class JobHolds {

  /** The first of the two numbers of each lock: the letters "isna". */
  private static final int SPACE = 0x69736e61;

  private static final String TAKEN =
      "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = :space AND objid ="
          + " :job AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

  private final Database database;
  private final Set<Long> held = new TreeSet<>();
  private @Nullable Connection connection;

  JobHolds(Database database) {
    this.database = database;
  }

  /** Takes the job with this number. */
  synchronized void take(long job) {
    if (database.isSqlite() || !held.add(job)) {
      return;
    }
    try {
      if (connection == null) {
        connection = database.connection();
      }
      ask(connection, "SELECT pg_try_advisory_lock(?, ?)", job);
    } catch (SQLException e) {
      held.remove(job);
      throw Database.failed("job " + job + " cannot be taken", e);
    }
  }

  /** Gives it back. A connection that is lost has given it back already. */
  synchronized void give(long job) {
    Connection holding = connection;
    if (!held.remove(job) || holding == null) {
      return;
    }
    boolean lost = !given(holding, job);
    if (lost || held.isEmpty()) {
      connection = null;
      close(holding);
    }
  }

  private static boolean given(Connection holding, long job) {
    try {
      ask(holding, "SELECT pg_advisory_unlock(?, ?)", job);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // what cannot be closed is lost already
    }
  }

  /** Whether a process that lives holds the job. */
  boolean isTaken(Handle handle, long job) {
    return !database.isSqlite()
        && handle.createQuery(TAKEN).bind("space", SPACE).bind("job", job).mapTo(Long.class).one()
            > 0;
  }

  private static void ask(Connection connection, String sql, long job) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, SPACE);
      statement.setInt(2, Math.toIntExact(job));
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
      }
    }
  }
}
