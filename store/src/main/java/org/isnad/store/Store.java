package org.isnad.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.isnad.core.article.Article;
import org.isnad.core.incident.Decision;
import org.isnad.core.incident.IncidentIds;
import org.isnad.core.pipeline.PipelineVersion;
import org.isnad.core.pipeline.Problem;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The store: an SQLite file in a folder, which other programs can open too, or PostgreSQL. */
public final class Store implements AutoCloseable {

  /** Name of the file in the data folder. */
  public static final String FILE = "isnad.sqlite";

  /** Under this name stands of which state, and by which version, the results were made. */
  private static final String LINKED = "linked";

  private final Database database;
  private final @Nullable Path folder;
  private final Catalogue catalogue;
  private final Jobs jobs;

  private Store(Database database, @Nullable Path folder) {
    this.database = database;
    this.folder = folder;
    this.catalogue = new Catalogue(database);
    this.jobs = new Jobs(database);
    if (!database.isUnchanging()) {
      database.write(
          handle -> {
            new IncidentWrites(handle, new DocumentLog(handle), Instant.EPOCH, "").complete();
            DocumentLog.complete(handle);
            return 0;
          });
    }
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
    return new Store(Database.sqlite(folder.resolve(FILE)), folder);
  }

  /**
   * The store that lies in a folder. Where the folder or its file cannot be written it is opened
   * for reading; what would change it then throws.
   *
   * @throws StoreException if there is none or it cannot be opened
   */
  public static Store open(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new StoreException(
          "no store in " + folder + "; 'isnad run PATH --data " + folder + "' makes one");
    }
    return new Store(
        Database.canBeWritten(file) ? Database.sqlite(file) : Database.unchanging(file), folder);
  }

  /**
   * The store in a PostgreSQL database, its tables made where there are none.
   *
   * @param url such as {@code jdbc:postgresql://user:pw@host/db}
   * @throws StoreException if it cannot be opened
   */
  public static Store connect(String url) {
    if (!url.startsWith(Database.POSTGRESQL)) {
      throw new StoreException(
          "'" + url + "' is no store; expected jdbc:postgresql://user:password@host/database");
    }
    return new Store(Database.postgresql(url), null);
  }

  /**
   * Adds a batch of articles in one transaction; those already known add nothing. How many were
   * new.
   */
  public int add(List<Capture> batch) {
    return database.write(handle -> new ArticleTable(handle).add(batch));
  }

  /** All articles, in the order of their ids. */
  public List<Article> articles() {
    return database.read(handle -> new ArticleTable(handle).all());
  }

  /** Keeps problems; the same one again adds nothing. */
  public void addProblems(List<Problem> problems) {
    database.write(
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

  /** Number of articles. */
  public int articleCount() {
    return database.read(handle -> new ArticleTable(handle).count());
  }

  /**
   * Articles that have not been read, in the order of their ids.
   *
   * @param version given, those that another version read are meant too
   * @param after start behind this id
   */
  public List<Article> unread(@Nullable PipelineVersion version, String after, int limit) {
    return database.read(handle -> new ReadingTable(handle).unread(version, after, limit));
  }

  /** How many articles {@link #unread} gives in all. */
  public int unreadCount(@Nullable PipelineVersion version) {
    return database.read(handle -> new ReadingTable(handle).countUnread(version));
  }

  /** Keeps readings in the place of earlier ones, in one transaction. */
  public void putReadings(PipelineVersion version, List<ReadingRow> rows) {
    database.write(
        handle -> {
          new ReadingTable(handle).put(version, rows);
          return new Counters(handle).next("state");
        });
  }

  /** Hands over every article that has been read, with its reading, in the order of ids. */
  public void readings(BiConsumer<Article, String> consumer) {
    use(handle -> new ReadingTable(handle).each(consumer));
  }

  /** Hands over these articles with their readings, those that have been read. */
  public void readings(Collection<String> ids, BiConsumer<Article, String> consumer) {
    use(handle -> new ReadingTable(handle).each(ids, consumer));
  }

  /** Of these articles, what is kept of them with their days. */
  public List<DatedRow> dated(Collection<String> ids) {
    return database.read(handle -> new DatedTable(handle).some(ids));
  }

  /**
   * Keeps articles with their days, where their readings are the ones that were dated.
   *
   * @param state what {@link #state} was when those were fetched
   */
  public void putDated(List<DatedRow> rows, long state) {
    if (!rows.isEmpty()) {
      database.write(
          handle -> {
            if (new Counters(handle).hold("state", state)) {
              new DatedTable(handle).put(rows);
            }
            return 0;
          });
    }
  }

  /** These articles, those that are known. */
  public List<Article> articles(Collection<String> ids) {
    return database.read(handle -> new ArticleTable(handle).some(ids));
  }

  /** The folder of the store, or null where it lies on a database server. */
  public @Nullable Path folder() {
    return folder;
  }

  /** Where the stored reports stand, in the order of their ids. */
  public List<ReportPlace> reportPlaces() {
    return database.read(handle -> new ResultTables(handle).places());
  }

  /** Hands over where the stored reports stand, one by one. */
  public void eachReportPlace(Consumer<ReportPlace> consumer) {
    use(handle -> new ResultTables(handle).eachPlace(consumer));
  }

  /** Hands over the ids of incidents with those of the reports that their ids were made from. */
  public void eachAnchor(BiConsumer<String, String> consumer) {
    use(handle -> new ResultTables(handle).eachAnchor(consumer));
  }

  /** Of what these incidents were made, by their ids; those are left out of which it is unknown. */
  public Map<String, String> incidentInputs(Collection<String> ids) {
    return database.read(handle -> new IncidentInputs(handle).of(ids));
  }

  /** Hands over the stored reports one by one, in the order of their ids. */
  public void reports(Consumer<Results.ReportRow> consumer) {
    use(handle -> new ResultTables(handle).eachReport(consumer));
  }

  /** Hands over these reports, those that are known. */
  public void reports(Collection<String> ids, Consumer<Results.ReportRow> consumer) {
    use(handle -> new ResultTables(handle).eachReport(ids, consumer));
  }

  /** Hands over every article of the results, in the order of ids. */
  public void published(Consumer<Article> consumer) {
    use(handle -> new ArticleTable(handle).published(consumer));
  }

  /** Hands over these articles, those of the results. */
  public void published(Collection<String> ids, Consumer<Article> consumer) {
    use(handle -> new ArticleTable(handle).published(ids, consumer));
  }

  /**
   * The name of the state of what can be searched: another one whenever an incident, a report or an
   * article of the results is another, and never the name of an earlier state or another store.
   */
  public String documentState() {
    return database.read(DocumentLog::state);
  }

  /** What can be searched and changed since a state, or empty where that is not known any more. */
  public Optional<DocumentChanges> documentChanges(String state) {
    return database.read(handle -> DocumentLog.since(handle, state));
  }

  /** All decisions, oldest first; the reports they speak of are called as they are now. */
  public List<StoredDecision> decisions() {
    return database.read(handle -> new DecisionTable(handle).all());
  }

  /**
   * Takes a decision down, and applies it at once where no reports have to be linked anew.
   *
   * @param make makes the decision once its id is known
   * @param seen the version of the incident that the person saw, or null where that does not matter
   * @throws StaleException if another version stands
   * @throws RefusedException if the decision cannot be taken
   */
  public Decided decide(Function<String, Decision> make, @Nullable Integer seen, Instant at) {
    return decide(make, seen, at, null);
  }

  /**
   * The same for a request that may be sent again.
   *
   * @param owed keeps the answer in the same transaction, or null where there is none to keep
   */
  public Decided decide(
      Function<String, Decision> make,
      @Nullable Integer seen,
      Instant at,
      Repetitions.@Nullable Owed owed) {
    return database.write(
        handle -> {
          Decided decided = new Decider(handle).decide(make, seen, at);
          if (owed != null) {
            owed.keep(handle, decided.decision());
          }
          return decided;
        });
  }

  /** The settings of the workspace with their values, {@code on} or {@code off}. */
  public Map<String, String> settings() {
    return database.read(Settings::all);
  }

  /**
   * Sets a setting.
   *
   * @throws RefusedException if there is no such setting or value
   */
  public void set(String name, String value) {
    database.write(
        handle -> {
          Settings.put(handle, name, value);
          return 0;
        });
  }

  /** Earlier versions of an incident, oldest first; the newest is the incident itself. */
  public List<IncidentRecord> versions(String id) {
    return database.read(handle -> new IncidentTable(handle).versions(id));
  }

  /** A number that is another when articles, readings or decisions have changed. */
  public long state() {
    return database.read(handle -> new Counters(handle).last("state"));
  }

  /**
   * Puts results in the place of all earlier ones, in one transaction. Incidents that changed keep
   * their earlier versions; those that are merged or gone stay known by their ids.
   *
   * @param state what {@link #state} was when the results were begun
   * @param at the moment, for the history
   * @param cause {@code run}, or the id of a decision
   * @return false, with nothing changed, where the results are stale already
   */
  public boolean replace(Results results, long state, Instant at, String cause) {
    return database.write(
        handle -> {
          if (!new Counters(handle).hold("state", state)) {
            return false;
          }
          new ResultTables(handle).replace(results, at, cause);
          Settings.keep(handle, LINKED, linkedBy(results.version(), state));
          return true;
        });
  }

  /** Whether the results are those of all that is stored, made by this version. */
  public boolean isLinked(PipelineVersion version) {
    return database.read(
        handle ->
            Settings.kept(handle, LINKED)
                .equals(linkedBy(version, new Counters(handle).last("state"))));
  }

  /**
   * Whether the results are this version's, but something was decided or read since that they do
   * not show: who did it ended before it was linked.
   */
  public boolean isBehind(PipelineVersion version) {
    return database.read(
        handle ->
            Settings.kept(handle, LINKED).startsWith(linkedBy(version)) && !isLinked(version));
  }

  private static String linkedBy(PipelineVersion version, long state) {
    return linkedBy(version) + state;
  }

  private static String linkedBy(PipelineVersion version) {
    return version.pipeline() + " " + version.knowledge() + " ";
  }

  /** The identifiers given so far, for {@link IncidentIds#assign}. */
  public IncidentIds incidentIds() {
    return database.read(
        handle -> {
          Map<String, String> ids = new TreeMap<>();
          for (ReportPlace report : new ResultTables(handle).places()) {
            if (report.incident() != null) {
              ids.put(report.id(), report.incident());
            }
          }
          return new IncidentIds(
              pairs(handle, "SELECT id, anchor FROM incidents WHERE anchor IS NOT NULL"),
              ids,
              pairs(handle, "SELECT id, successor FROM redirects"));
        });
  }

  private static Map<String, String> pairs(Handle handle, String sql) {
    Map<String, String> pairs = new TreeMap<>();
    handle
        .createQuery(sql)
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
    return pairs;
  }

  /**
   * Hands over incidents one by one in the order of their ids, all from one moment.
   *
   * @param after start behind this id, or null
   * @param limit at most so many
   */
  public void incidents(
      IncidentFilter filter, @Nullable String after, int limit, Consumer<IncidentRecord> consumer) {
    use(handle -> new IncidentTable(handle).each(filter, after, limit, consumer));
  }

  /** A page of incidents in the order of their ids. */
  public List<IncidentRecord> incidents(IncidentFilter filter, @Nullable String after, int limit) {
    List<IncidentRecord> page = new ArrayList<>();
    incidents(filter, after, limit, page::add);
    return page;
  }

  /** How many incidents a filter lets through. */
  public int count(IncidentFilter filter) {
    return database.read(handle -> new IncidentTable(handle).count(filter));
  }

  /** One incident, merged and retracted ones too. */
  public Optional<IncidentRecord> incident(String id) {
    return database.read(handle -> new IncidentTable(handle).one(id));
  }

  /** The sums of events, one JSON object each, in the order of their ids. */
  public List<String> series() {
    return database.read(
        handle -> {
          Map<String, String> series = pairs(handle, "SELECT id, json FROM series");
          return List.copyOf(series.values());
        });
  }

  /** The sum of events that this report tells, as JSON. */
  public Optional<String> series(String report) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT json FROM series WHERE id = :id")
                .bind("id", report)
                .mapTo(String.class)
                .findOne());
  }

  /** The identifier under which a merged incident goes on; an incident that stands, itself. */
  public String current(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT successor FROM redirects WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse(id));
  }

  /** Number of the last change, 0 where there was none. */
  public long lastChange() {
    return database.read(handle -> new Counters(handle).last("changes"));
  }

  /** The changes after the one with this number, in their order. */
  public void changes(long after, int limit, Consumer<ChangeRow> consumer) {
    use(handle -> new ChangeTable(handle).each(after, limit, consumer));
  }

  /** Accounts, sessions and tokens. */
  public People people() {
    return new People(database);
  }

  /** Who did what. */
  public AuditLog audit() {
    return new AuditLog(database);
  }

  /** Requests that were sent under a key. */
  public Repetitions repetitions() {
    return new Repetitions(database);
  }

  /** Jobs of the server. */
  public Jobs jobs() {
    return jobs;
  }

  /** What pages ask. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** What charts draw. */
  public Charts charts() {
    return new Charts(database);
  }

  /**
   * Writes the whole store to one gzipped file of JSON lines, as it is at one moment; others can go
   * on writing meanwhile.
   *
   * @return how many rows there are
   */
  public long backup(Path file) {
    return database.read(handle -> new Backup(handle).write(file));
  }

  /**
   * Fills this store, which must be empty, from a backup of either database.
   *
   * @return how many rows there are
   */
  public long restore(Path file) {
    return database.write(handle -> new Backup(handle).read(file));
  }

  /** Number of rows of every table, for reports on the store. */
  public Map<String, Integer> sizes() {
    return database.read(handle -> new ResultTables(handle).sizes());
  }

  private void use(Consumer<Handle> work) {
    database.read(
        handle -> {
          work.accept(handle);
          return 0;
        });
  }

  @Override
  public void close() {
    database.close();
  }
}
