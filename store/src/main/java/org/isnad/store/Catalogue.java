package org.isnad.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.isnad.core.article.Article;
import org.isnad.store.Results.PassageRow;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What pages ask of the store: counts by value, articles with what was read in them, histories. */
public final class Catalogue {

  /** Columns of incidents that are counted by value. */
  private static final List<String> COLUMNS =
      List.of("type", "country", "province", "status", "disputed");

  /** Kinds of terms that are counted by value. */
  private static final List<String> TERMS = List.of("actor", "target", "weapon", "source");

  /** Values of a facet, the most frequent. */
  private static final int MOST = 50;

  /** Incidents that are kept in memory: some 100 MB. */
  private static final int MOST_INDEXED = 500_000;

  /** Changes after which it is quicker to read everything anew; also what one statement takes. */
  private static final int MOST_CHANGED = 2_000;

  private final Database database;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile @Nullable IncidentIndex index;

  Catalogue(Database database) {
    this.database = database;
  }

  /**
   * How many incidents a filter lets through.
   *
   * @param total all of them
   * @param withoutPlace those without coordinates
   * @param withoutDay those whose day is not known exactly
   */
  public record Counts(int total, int withoutPlace, int withoutDay) {}

  /** The counts that stand over every list. */
  public Counts counts(IncidentFilter filter) {
    IncidentTable.Conditions conditions = IncidentTable.Conditions.of(filter);
    String sql =
        "SELECT count(*) AS total, count(*) - count(lat) AS placeless,"
            + " sum(CASE WHEN first_day = last_day THEN 0 ELSE 1 END) AS dayless FROM incidents"
            + conditions.sql();
    return database.read(
        handle ->
            conditions
                .bind(handle.createQuery(sql))
                .map(
                    (row, context) ->
                        new Counts(
                            row.getInt("total"), row.getInt("placeless"), row.getInt("dayless")))
                .one());
  }

  /**
   * How many incidents the filter lets through for every value of every facet: {@code type}, {@code
   * country}, {@code province}, {@code status}, {@code disputed}, {@code actor}, {@code target},
   * {@code weapon}, {@code source}; the most frequent values first.
   */
  public Map<String, Map<String, Integer>> facets(IncidentFilter filter) {
    return database.read(
        handle -> {
          Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
          COLUMNS.forEach(column -> counts.put(column, new TreeMap<>()));
          TERMS.forEach(kind -> counts.put(kind, new TreeMap<>()));
          countColumns(handle, filter, counts);
          countTerms(handle, filter, counts);
          counts.replaceAll((facet, values) -> mostFrequent(values));
          return counts;
        });
  }

  /** The same, counted in memory. */
  public static Map<String, Map<String, Integer>> facets(
      IncidentIndex index, IncidentFilter filter) {
    List<String> facets = new ArrayList<>(COLUMNS);
    facets.addAll(TERMS);
    return index.facets(filter, facets, MOST);
  }

  /** All columns in one pass, by what they have together. */
  private static void countColumns(
      Handle handle, IncidentFilter filter, Map<String, Map<String, Integer>> counts) {
    IncidentTable.Conditions conditions = IncidentTable.Conditions.of(filter);
    String columns = String.join(", ", COLUMNS);
    String sql =
        "SELECT "
            + columns
            + ", count(*) AS n FROM incidents"
            + conditions.sql()
            + " GROUP BY "
            + columns;
    conditions
        .bind(handle.createQuery(sql))
        .map(
            (row, context) -> {
              for (String column : COLUMNS) {
                add(counts, column, row.getString(column), row.getInt("n"));
              }
              return 0;
            })
        .list();
  }

  private static void countTerms(
      Handle handle, IncidentFilter filter, Map<String, Map<String, Integer>> counts) {
    IncidentTable.Conditions conditions = IncidentTable.Conditions.of(filter);
    String sql =
        "SELECT kind, term, count(*) AS n FROM incident_terms WHERE incident IN (SELECT id FROM incidents"
            + conditions.sql()
            + ") GROUP BY kind, term";
    conditions
        .bind(handle.createQuery(sql))
        .map(
            (row, context) -> {
              add(counts, row.getString("kind"), row.getString("term"), row.getInt("n"));
              return 0;
            })
        .list();
  }

  private static void add(
      Map<String, Map<String, Integer>> counts, String facet, @Nullable String value, int n) {
    Map<String, Integer> values = counts.get(facet);
    if (values != null && value != null) {
      values.merge(value, n, Integer::sum);
    }
  }

  private static Map<String, Integer> mostFrequent(Map<String, Integer> values) {
    Map<String, Integer> most = new LinkedHashMap<>();
    values.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
    return most;
  }

  /**
   * An article with what was read in it.
   *
   * @param article as it was given
   * @param publication when it was published and why, as JSON, or null where it was not read yet
   * @param reports its event reports, as JSON, with the incident each belongs to
   * @param copies passages copied from others or by others
   */
  public record ReadArticle(
      Article article,
      @Nullable String publication,
      List<ReportOf> reports,
      List<PassageRow> copies) {

    /** Copies the lists. */
    public ReadArticle {
      reports = List.copyOf(reports);
      copies = List.copyOf(copies);
    }
  }

  /**
   * A report.
   *
   * @param id its id
   * @param incident the incident it belongs to, or null
   * @param json in the shape of the published schema
   */
  public record ReportOf(String id, @Nullable String incident, String json) {}

  /**
   * A report with the article and the incident it belongs to.
   *
   * @param id its id
   * @param article id of the article that gives it
   * @param incident id of the incident
   * @param json in the shape of the published schema
   */
  public record FoundReport(String id, String article, String incident, String json) {}

  /**
   * A page of the reports of incidents, in the order of the reports' ids.
   *
   * @param filter which incidents
   * @param after start behind this report, or null
   */
  public List<FoundReport> reports(IncidentFilter filter, @Nullable String after, int limit) {
    IncidentTable.Conditions conditions = IncidentTable.Conditions.of(filter);
    String sql =
        "SELECT id, article, incident, json FROM reports WHERE id > :behind"
            + " AND incident IN (SELECT id FROM incidents"
            + conditions.sql()
            + ") ORDER BY id LIMIT :limit";
    return database.read(
        handle ->
            conditions
                .bind(handle.createQuery(sql))
                .bind("behind", after == null ? "" : after)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new FoundReport(
                            row.getString("id"),
                            row.getString("article"),
                            row.getString("incident"),
                            row.getString("json")))
                .list());
  }

  /** An article with what was read in it. */
  public Optional<ReadArticle> article(String id) {
    return database.read(
        handle -> new ArticleTable(handle).one(id).map(article -> read(handle, article)));
  }

  private static ReadArticle read(Handle handle, Article article) {
    String id = article.id().value();
    String publication =
        handle
            .createQuery("SELECT json FROM publications WHERE article = :id")
            .bind("id", id)
            .mapTo(String.class)
            .findOne()
            .orElse(null);
    List<ReportOf> reports =
        handle
            .createQuery("SELECT id, incident, json FROM reports WHERE article = :id ORDER BY id")
            .bind("id", id)
            .map(
                (row, context) ->
                    new ReportOf(
                        row.getString("id"), row.getString("incident"), row.getString("json")))
            .list();
    List<PassageRow> copies =
        handle
            .createQuery(
                "SELECT * FROM passages WHERE copy = :id OR original = :id"
                    + " ORDER BY copy, copy_start, original, original_start")
            .bind("id", id)
            .map((row, context) -> PassageRow.of(row))
            .list();
    return new ReadArticle(article, publication, reports, copies);
  }

  /**
   * An article on one line of a list.
   *
   * @param id its id
   * @param title headline, or null
   * @param outlet who published it, or null
   * @param url where, or null
   * @param published declared day, or null
   * @param reports number of its event reports
   */
  public record ArticleRow(
      String id,
      @Nullable String title,
      @Nullable String outlet,
      @Nullable String url,
      @Nullable String published,
      int reports) {}

  /**
   * A page of articles in the order of their ids.
   *
   * @param after start behind this id, or null
   */
  public List<ArticleRow> articles(@Nullable String after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.id, a.title, a.outlet, a.url, a.published,"
                        + " (SELECT count(*) FROM reports r WHERE r.article = a.id) AS reports"
                        + " FROM articles a WHERE a.id > :after ORDER BY a.id LIMIT :limit")
                .bind("after", after == null ? "" : after)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new ArticleRow(
                            row.getString("id"),
                            row.getString("title"),
                            row.getString("outlet"),
                            row.getString("url"),
                            row.getString("published"),
                            row.getInt("reports")))
                .list());
  }

  /**
   * An article that an incident rests on.
   *
   * @param id its id
   * @param title headline, or null
   * @param outlet who published it, or null
   * @param url where, or null
   * @param published declared day, or null
   * @param hash SHA-256 of its text
   */
  public record SourceRow(
      String id,
      @Nullable String title,
      @Nullable String outlet,
      @Nullable String url,
      @Nullable String published,
      String hash) {}

  /** The articles whose reports tell of an incident, in the order of their ids. */
  public List<SourceRow> sourcesOf(String incident) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, title, outlet, url, published, hash FROM articles"
                        + " WHERE id IN (SELECT article FROM reports WHERE incident = :incident)"
                        + " ORDER BY id")
                .bind("incident", incident)
                .map(
                    (row, context) ->
                        new SourceRow(
                            row.getString("id"),
                            row.getString("title"),
                            row.getString("outlet"),
                            row.getString("url"),
                            row.getString("published"),
                            row.getString("hash")))
                .list());
  }

  /**
   * Which outlet copied from which.
   *
   * @param copying the outlet that copied
   * @param copied the outlet it copied from
   * @param articles how many of its articles
   * @param passages how many passages
   */
  public record OutletCopies(String copying, String copied, int articles, int passages) {}

  /** Who copies whom, the most articles first; outlets without a name are left out. */
  public List<OutletCopies> outletCopies() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM outlet_copies WHERE copying IS NOT NULL AND copied IS NOT NULL"
                        + " ORDER BY articles DESC, copying, copied")
                .map(
                    (row, context) ->
                        new OutletCopies(
                            row.getString("copying"),
                            row.getString("copied"),
                            row.getInt("articles"),
                            row.getInt("passages")))
                .list());
  }

  /** The decisions that concern an incident, oldest first, those undone too. */
  public List<StoredDecision> decisionsOn(String incident) {
    return database.read(
        handle -> {
          List<StoredDecision> on = new ArrayList<>();
          for (StoredDecision stored : new DecisionTable(handle).all()) {
            if (incident.equals(StoredDecision.incident(stored.decision()))) {
              on.add(stored);
            }
          }
          return on;
        });
  }

  /**
   * The incidents to filter and count in memory, as they stand after the last change. Null while
   * they are read for the first time or after many changes, which is done aside, and where there
   * are too many: the database then answers by itself.
   */
  public @Nullable IncidentIndex index() {
    IncidentIndex known = index;
    if (known != null && known.change() == lastChange()) {
      return known;
    }
    if (known != null) {
      IncidentIndex next = caughtUp();
      if (next != null) {
        return next;
      }
    }
    if (!reading.getAndSet(true)) {
      Thread.ofPlatform().daemon().name("isnad-index").start(this::readIndex);
    }
    return null;
  }

  /** Brings the index up to date where few incidents have changed. */
  private synchronized @Nullable IncidentIndex caughtUp() {
    IncidentIndex known = index;
    if (known == null) {
      return null;
    }
    IncidentIndex next =
        database.read(
            handle -> {
              long now = lastChange(handle);
              if (known.change() == now) {
                return known;
              }
              List<String> changed =
                  handle
                      .createQuery(
                          "SELECT DISTINCT incident FROM changes WHERE seq > :seq LIMIT :most")
                      .bind("seq", known.change())
                      .bind("most", MOST_CHANGED + 1)
                      .mapTo(String.class)
                      .list();
              return changed.size() > MOST_CHANGED || now < known.change()
                  ? null
                  : known.updated(handle, now, Set.copyOf(changed));
            });
    index = next;
    return next;
  }

  private void readIndex() {
    try {
      IncidentIndex read =
          database.read(
              handle -> {
                int all =
                    handle.createQuery("SELECT count(*) FROM incidents").mapTo(Integer.class).one();
                return all > MOST_INDEXED ? null : IncidentIndex.read(handle, lastChange(handle));
              });
      synchronized (this) {
        index = read;
      }
      reading.set(read == null);
    } catch (RuntimeException e) {
      reading.set(false); // a store that is being closed; the next question tries again
    }
  }

  /** The changes of one incident, oldest first. */
  public List<ChangeRow> changesOf(String incident) {
    return database.read(handle -> new ChangeTable(handle).of(incident));
  }

  /** Number of the last change, 0 where there is none: what every answer depends on. */
  public long lastChange() {
    return database.read(Catalogue::lastChange);
  }

  private static long lastChange(Handle handle) {
    return handle.createQuery("SELECT coalesce(max(seq), 0) FROM changes").mapTo(Long.class).one();
  }
}
