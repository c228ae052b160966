package org.isnad.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * The file of a store, looked at from outside: without opening it as a store, so that one that is
 * damaged, newer than the program or in use can be told apart and mended.
 */
public final class StoreFile {

  /** Damages told at most; a torn page often has hundreds. */
  private static final int MOST_DAMAGES = 20;

  private final Path file;

  /** The file of the store in a folder. */
  public StoreFile(Path folder) {
    this.file = folder.resolve(Store.FILE);
  }

  /** Where it lies. */
  public Path path() {
    return file;
  }

  /** Whether there is one. */
  public boolean exists() {
    return Files.isRegularFile(file);
  }

  /** The version of the SQLite library that came with the program, which proves that it loads. */
  public static String engine() {
    try (Connection memory = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
      return first(memory, "SELECT sqlite_version()");
    } catch (SQLException e) {
      throw Database.failed("SQLite cannot be used", e);
    }
  }

  /** What SQLite and the references between rows say is wrong; empty where all is well. */
  public List<String> damages() {
    try (Connection connection = open(file)) {
      List<String> damages = new ArrayList<>(all(connection, "PRAGMA integrity_check"));
      damages.remove("ok");
      for (String table :
          all(connection, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")) {
        damages.add("rows of " + table + " speak of rows that are not there");
      }
      return damages.subList(0, Math.min(MOST_DAMAGES, damages.size()));
    } catch (SQLException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /** Number of the last migration that the file went through; 0 where it went through none. */
  public int schema() {
    try (Connection connection = open(file)) {
      String version =
          first(
              connection,
              "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1");
      return version.isEmpty() ? 0 : Integer.parseInt(version);
    } catch (SQLException e) {
      return 0;
    }
  }

  /** Whether it can be changed; where not, it can be read. */
  public boolean canBeWritten() {
    return Database.canBeWritten(file);
  }

  /** Whether another process is writing at this moment. */
  public boolean isBusy() {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("ROLLBACK");
      return false;
    } catch (SQLException e) {
      return String.valueOf(e.getMessage()).contains("BUSY");
    }
  }

  /**
   * Puts what can still be read into a new file in its place. The damaged one stays beside it under
   * the name that is returned. Readings and results are not taken over: they are made anew from the
   * articles.
   *
   * @return what came over
   */
  public Salvage.Result repair() {
    Path damaged = setAside();
    try (Database fresh = Database.sqlite(file)) {
      return fresh.write(handle -> new Salvage(handle, damaged).run());
    } catch (StoreException e) {
      putBack(damaged);
      throw e;
    }
  }

  /** Fills a new file in its place from a backup; the damaged one stays beside it. */
  public long restore(Path backup) {
    Path damaged = setAside();
    try (Database fresh = Database.sqlite(file)) {
      return fresh.write(handle -> new Backup(handle).read(backup));
    } catch (StoreException e) {
      putBack(damaged);
      throw e;
    }
  }

  /** Moves the file, and the log that SQLite keeps beside it, out of the way. */
  private Path setAside() {
    Path aside = file.resolveSibling(Store.FILE + ".damaged");
    for (int n = 2; Files.exists(aside); n++) {
      aside = file.resolveSibling(Store.FILE + ".damaged-" + n);
    }
    move(file, aside);
    return aside;
  }

  private void putBack(Path aside) {
    try {
      for (String end : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
      }
    } catch (IOException e) {
      throw Database.failed("the store " + file + " cannot be put back; it is " + aside, e);
    }
    move(aside, file);
  }

  private static void move(Path from, Path to) {
    try {
      for (String end : List.of("", "-wal", "-shm")) {
        Path part = from.resolveSibling(from.getFileName() + end);
        if (Files.exists(part)) {
          Files.move(part, to.resolveSibling(to.getFileName() + end));
        }
      }
    } catch (IOException e) {
      throw Database.failed("the store " + from + " cannot be moved to " + to, e);
    }
  }

  static Connection open(Path file) throws SQLException {
    if (!Files.isRegularFile(file)) {
      throw new SQLException("no file " + file);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(5_000);
    if (Database.canBeWritten(file) || Database.hasLog(file)) {
      return config.createConnection("jdbc:sqlite:" + file);
    }
    config.setReadOnly(true);
    return config.createConnection(Database.unchangingAddress(file));
  }

  private static String first(Connection connection, String sql) throws SQLException {
    List<String> all = all(connection, sql);
    return all.isEmpty() ? "" : all.getFirst();
  }

  static List<String> all(Connection connection, String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        String value = rows.getString(1);
        all.add(value == null ? "" : value);
      }
    }
    return all;
  }
}
