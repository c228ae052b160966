package org.isnad.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.isnad.core.article.Article;
import org.isnad.core.incident.IncidentIds;
import org.isnad.core.pipeline.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The store in one folder: an SQLite file that other programs can open too. */
public final class Store implements AutoCloseable {

  /** Name of the file in the data folder. */
  public static final String FILE = "isnad.sqlite";

  /** How long a writer waits for another, in milliseconds. */
  private static final int BUSY_MILLIS = 30_000;

  /** Connections; with WAL and immediate transactions eight lost no writes in trials. */
  private static final int POOL = 8;

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Store(Path file) {
    this.pool = pool(file);
    this.jdbi = Jdbi.create(pool);
    jdbi.useTransaction(handle -> new IncidentWrites(handle, Instant.EPOCH, "").complete());
  }

  /**
   * The store in a folder, made where there is none.
   *
   * @throws StoreException if it can be neither made nor opened
   */
  public static Store create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          "the data folder " + folder + " cannot be made: " + e.getMessage(), e);
    }
    return opened(folder.resolve(FILE));
  }

  /**
   * The store that lies in a folder.
   *
   * @throws StoreException if there is none or it cannot be opened
   */
  public static Store open(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new StoreException(
          "no store in " + folder + "; 'isnad run PATH --data " + folder + "' makes one");
    }
    return opened(file);
  }

  /**
   * Adds a batch of articles in one transaction; those already known add nothing. How many were
   * new.
   */
  public int add(List<Capture> batch) {
    return inTransaction(handle -> new ArticleTable(handle).add(batch));
  }

  /** All articles, in the order of their ids. */
  public List<Article> articles() {
    return jdbi.withHandle(handle -> new ArticleTable(handle).all());
  }

  /** Keeps problems; the same one again adds nothing. */
  public void addProblems(List<Problem> problems) {
    inTransaction(
        handle -> {
          for (Problem problem : problems) {
            handle.execute(
                "INSERT INTO problems VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                problem.code().number(),
                problem.where(),
                problem.text());
          }
          return problems.size();
        });
  }

  /**
   * Puts results in the place of all earlier ones, in one transaction. Incidents that changed keep
   * their earlier versions; those that are merged or gone stay known by their ids.
   *
   * @param at the moment, for the history
   */
  public void replace(Results results, Instant at) {
    inTransaction(
        handle -> {
          new ResultTables(handle).replace(results, at);
          return 0;
        });
  }

  /** The identifiers given so far, for {@link IncidentIds#assign}. */
  public IncidentIds incidentIds() {
    return jdbi.withHandle(
        handle -> {
          Map<String, String> anchors = new TreeMap<>();
          Map<String, String> redirects = new TreeMap<>();
          handle
              .createQuery("SELECT id, anchor FROM incidents WHERE anchor IS NOT NULL")
              .map((row, context) -> Map.entry(row.getString("id"), row.getString("anchor")))
              .forEach(row -> anchors.put(row.getKey(), row.getValue()));
          handle
              .createQuery("SELECT id, successor FROM redirects")
              .map((row, context) -> Map.entry(row.getString("id"), row.getString("successor")))
              .forEach(row -> redirects.put(row.getKey(), row.getValue()));
          return new IncidentIds(anchors, new ResultTables(handle).incidentsByReport(), redirects);
        });
  }

  /**
   * Hands over incidents one by one in the order of their ids, all from one moment.
   *
   * @param after start behind this id, or null
   * @param limit at most so many
   */
  public void incidents(
      IncidentFilter filter, @Nullable String after, int limit, Consumer<IncidentRecord> consumer) {
    jdbi.useTransaction(handle -> new IncidentTable(handle).each(filter, after, limit, consumer));
  }

  /** A page of incidents in the order of their ids. */
  public List<IncidentRecord> incidents(IncidentFilter filter, @Nullable String after, int limit) {
    List<IncidentRecord> page = new ArrayList<>();
    incidents(filter, after, limit, page::add);
    return page;
  }

  /** How many incidents a filter lets through. */
  public int count(IncidentFilter filter) {
    return jdbi.withHandle(handle -> new IncidentTable(handle).count(filter));
  }

  /** One incident, merged and retracted ones too. */
  public Optional<IncidentRecord> incident(String id) {
    return jdbi.withHandle(handle -> new IncidentTable(handle).one(id));
  }

  /** The identifier under which a merged incident goes on; an incident that stands, itself. */
  public String current(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT successor FROM redirects WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse(id));
  }

  /** The changes after the one with this number, in their order. */
  public void changes(long after, int limit, Consumer<ChangeRow> consumer) {
    jdbi.useTransaction(handle -> new ChangeTable(handle).each(after, limit, consumer));
  }

  /** Number of rows of every table, for reports on the store. */
  public Map<String, Integer> sizes() {
    return jdbi.withHandle(handle -> new ResultTables(handle).sizes());
  }

  @Override
  public void close() {
    pool.close();
  }

  private <T> T inTransaction(Function<Handle, T> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (org.jdbi.v3.core.JdbiException e) {
      throw new StoreException("the store cannot be written: " + cause(e), e);
    }
  }

  private static Store opened(Path file) {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new StoreException(
          file + " cannot be written; give write permission or another --data folder");
    }
    try {
      return new Store(file);
    } catch (RuntimeException e) {
      throw new StoreException("the store " + file + " cannot be opened: " + cause(e), e);
    }
  }

  private static String cause(Throwable e) {
    Throwable at = e;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return String.valueOf(at.getMessage());
  }

  private static HikariDataSource pool(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    HikariConfig pooled = new HikariConfig();
    pooled.setDataSource(source);
    pooled.setMaximumPoolSize(POOL);
    pooled.setMinimumIdle(1);
    HikariDataSource pool = new HikariDataSource(pooled);
    migrate(pool);
    return pool;
  }

  private static void migrate(HikariDataSource pool) {
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations(
              "classpath:org/isnad/store/migration/common",
              "classpath:org/isnad/store/migration/sqlite")
          .load()
          .migrate();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }
}
