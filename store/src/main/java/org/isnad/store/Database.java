package org.isnad.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections to SQLite or PostgreSQL, migrated to the newest schema. */
final class Database implements AutoCloseable {

  /** What begins the address of a PostgreSQL database. */
  static final String POSTGRESQL = "jdbc:postgresql:";

  /** The dialect of a file that nobody can write. */
  private static final String UNCHANGING = "sqlite for reading";

  /**
   * How long a writer waits for another, in milliseconds: results of a hundred thousand articles
   * are one transaction, which took a minute on a busy machine.
   */
  private static final int BUSY_MILLIS = 300_000;

  /** Connections; with WAL and immediate transactions eight lost no writes in trials. */
  private static final int POOL = 8;

  /** Flyway tells of every migration through the JDK's loggers; only its warnings matter. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final String dialect;
  private final String name;

  /** Whether this thread is inside a look; JDBI does not know of one that SQL began. */
  private final ThreadLocal<Boolean> looking = ThreadLocal.withInitial(() -> false);

  private Database(HikariDataSource pool, String dialect, String name) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.dialect = dialect;
    this.name = name;
  }

  /** The SQLite file, made where there is none. */
  static Database sqlite(Path file) {
    if (Files.exists(file) && !canBeWritten(file)) {
      throw new StoreException(
          file + " cannot be written; give write permission or another --data folder");
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return opened(pooled(config, "jdbc:sqlite:" + file), "sqlite", file.toString());
  }

  /**
   * The SQLite file where nobody can write: on a disk that is mounted for reading, or in a folder
   * of others. SQLite keeps locks and a log beside a file that it opens in the usual way; here it
   * is told that the file will not change (<a href="https://www.sqlite.org/uri.html">its
   * documents</a>, parameter {@code immutable}).
   *
   * @throws StoreException if changes stand in the log that are not in the file, or the file has
   *     not the tables of this version of the program
   */
  static Database unchanging(Path file) {
    if (hasLog(file)) {
      throw new StoreException(
          file
              + " cannot be written, and its last changes stand beside it; copy the folder to where"
              + " it can be written");
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    HikariConfig pooled = pooled(config, unchangingAddress(file));
    pooled.setReadOnly(true);
    return opened(pooled, UNCHANGING, file.toString());
  }

  static String unchangingAddress(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1";
  }

  /** Whether SQLite can change the file, beside which it makes others then. */
  static boolean canBeWritten(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return Files.isWritable(file) && folder != null && Files.isWritable(folder);
  }

  /** Whether the log beside the file holds changes that a killed writer left. */
  static boolean hasLog(Path file) {
    try {
      Path log = file.resolveSibling(file.getFileName() + "-wal");
      return Files.exists(log) && Files.size(log) > 0;
    } catch (IOException e) {
      throw new StoreException(file + " cannot be looked at: " + e.getMessage(), e);
    }
  }

  private static HikariConfig pooled(SQLiteConfig config, String address) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(address);
    HikariConfig pooled = new HikariConfig();
    pooled.setDataSource(source);
    return pooled;
  }

  /**
   * The PostgreSQL database with this address, such as {@code jdbc:postgresql://user:pw@host/db}.
   */
  static Database postgresql(String url) {
    PostgresAddress address = PostgresAddress.of(url);
    HikariConfig pooled = new HikariConfig();
    pooled.setJdbcUrl(address.url());
    if (address.user() != null) {
      pooled.setUsername(address.user());
    }
    if (address.password() != null) {
      pooled.setPassword(address.password());
    }
    return opened(pooled, "postgresql", address.url());
  }

  boolean isSqlite() {
    return !dialect.equals("postgresql");
  }

  /** Whether nothing can be written. */
  boolean isUnchanging() {
    return dialect.equals(UNCHANGING);
  }

  /** A connection of its own, for what belongs to connections; whoever takes it closes it. */
  Connection connection() throws SQLException {
    return pool.getConnection();
  }

  /** One transaction; all of it or nothing. */
  <T> T write(Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw failed("the store " + name + " cannot be written", e);
    }
  }

  /**
   * A look at one moment, however many statements it takes; inside another look or a transaction of
   * the same thread, a part of that.
   */
  <T> T read(Function<Handle, T> work) {
    try {
      return jdbi.withHandle(
          handle -> handle.isInTransaction() ? work.apply(handle) : snapshot(handle, work));
    } catch (JdbiException e) {
      throw failed("the store " + name + " cannot be read", e);
    }
  }

  /** SQLite's driver begins its transactions as a writer; a reader must not keep writers out. */
  private <T> T snapshot(Handle handle, Function<Handle, T> work) {
    if (!isSqlite()) {
      return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply);
    }
    if (looking.get()) {
      return work.apply(handle);
    }
    handle.execute("BEGIN DEFERRED");
    looking.set(true);
    try {
      return work.apply(handle);
    } finally {
      looking.remove();
      handle.execute("COMMIT");
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static Database opened(HikariConfig pooled, String dialect, String name) {
    pooled.setMaximumPoolSize(POOL);
    pooled.setMinimumIdle(1);
    try {
      HikariDataSource pool = new HikariDataSource(pooled);
      migrate(pool, dialect);
      return new Database(pool, dialect, name);
    } catch (RuntimeException e) {
      String next =
          dialect.equals("postgresql")
              ? "see that its server runs and the address is right"
              : "'isnad doctor' looks it over";
      throw failed("the store " + name + " cannot be opened (" + next + ")", e);
    }
  }

  private static void migrate(HikariDataSource pool, String dialect) {
    FLYWAY.setLevel(Level.WARNING);
    try {
      switch (dialect) {
        case "sqlite" -> migrateFile(pool);
        case UNCHANGING -> requireNewest(pool);
        default -> flyway(pool, dialect);
      }
    } catch (SQLException e) {
      pool.close();
      throw new StoreException(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Leaves a file alone that this version of the program brought up to date before: looking at all
   * migrations anew takes longer than everything else when a store is opened.
   */
  private static void migrateFile(HikariDataSource pool) throws SQLException {
    if (isNewest(pool)) {
      return;
    }
    flyway(pool, "sqlite");
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + Migrations.digest());
    }
  }

  private static void requireNewest(HikariDataSource pool) throws SQLException {
    if (!isNewest(pool)) {
      throw new StoreException(
          "another version of the program made it, and it cannot be written; copy the folder to"
              + " where it can be, and it is brought up to date");
    }
  }

  private static boolean isNewest(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("PRAGMA user_version")) {
      return version.next() && version.getInt(1) == Migrations.digest();
    }
  }

  private static void flyway(HikariDataSource pool, String dialect) {
    Flyway.configure()
        .dataSource(pool)
        .locations(Migrations.FOLDER + "common", Migrations.FOLDER + dialect)
        .load()
        .migrate();
  }

  /** The innermost cause in one line, with what can be done where that is known. */
  static StoreException failed(String what, Throwable e) {
    Throwable at = e;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    String cause = String.valueOf(at.getMessage()).lines().findFirst().orElse("");
    String advice =
        cause.contains("SQLITE_FULL") || cause.contains("No space left")
            ? "; the disk is full, nothing that was stored is lost; make room and run again"
            : cause.contains("SQLITE_READONLY")
                ? "; give write permission, nothing was changed"
                : "";
    return new StoreException(what + ": " + cause + advice, e);
  }
}
