package org.isnad.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads and writes articles; one is known by its text and its outlet. */
final class ArticleTable {

  /** Rows that the database hands over at a time. */
  private static final int FETCH = 200;

  /** Articles of which results were made. */
  private static final String PUBLISHED =
      "SELECT a.*, t.text FROM publications p JOIN articles a ON a.id = p.article"
          + " JOIN texts t ON t.hash = a.hash";

  private final Handle handle;
  private final DocumentLog documents;
  private boolean completed;

  ArticleTable(Handle handle) {
    this.handle = handle;
    this.documents = new DocumentLog(handle);
  }

  int add(List<Capture> batch) {
    int added = 0;
    for (Capture capture : batch) {
      Optional<String> known = known(capture);
      if (known.isPresent()) {
        complete(known.get(), capture.article());
      } else {
        insert(capture);
        added++;
      }
    }
    documents.end();
    if (added > 0 || completed) {
      new Counters(handle).next("state");
    }
    return added;
  }

  List<Article> all() {
    return handle
        .createQuery(
            "SELECT a.*, t.text FROM articles a JOIN texts t ON t.hash = a.hash ORDER BY a.id")
        .map((row, context) -> article(row))
        .list();
  }

  List<Article> some(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT a.*, t.text FROM articles a JOIN texts t ON t.hash = a.hash WHERE a.id IN (<ids>) ORDER BY a.id")
        .bindList("ids", List.copyOf(ids))
        .map((row, context) -> article(row))
        .list();
  }

  /** Every article of the results, in the order of ids. */
  void published(Consumer<Article> consumer) {
    each(handle.createQuery(PUBLISHED + " ORDER BY a.id").setFetchSize(FETCH), consumer);
  }

  /** These articles, those of the results. */
  void published(Collection<String> ids, Consumer<Article> consumer) {
    if (!ids.isEmpty()) {
      each(
          handle
              .createQuery(PUBLISHED + " WHERE a.id IN (<ids>)")
              .bindList("ids", List.copyOf(ids)),
          consumer);
    }
  }

  private static void each(Query made, Consumer<Article> consumer) {
    try (Query query = made;
        Stream<Article> rows = query.map((row, context) -> article(row)).stream()) {
      for (Iterator<Article> all = rows.iterator(); all.hasNext(); ) {
        consumer.accept(all.next());
      }
    }
  }

  int count() {
    return handle.createQuery("SELECT count(*) FROM articles").mapTo(Integer.class).one();
  }

  Optional<Article> one(String id) {
    return handle
        .createQuery(
            "SELECT a.*, t.text FROM articles a JOIN texts t ON t.hash = a.hash WHERE a.id = :id")
        .bind("id", id)
        .map((row, context) -> article(row))
        .findOne();
  }

  /** The article with the same text, of the same outlet or where one of the two names none. */
  private Optional<String> known(Capture capture) {
    return handle
        .createQuery(
            "SELECT id FROM articles WHERE hash = :hash AND (outlet = :outlet OR outlet IS NULL OR :outlet IS NULL)"
                + " ORDER BY outlet IS NULL, id LIMIT 1")
        .bind("hash", capture.hash())
        .bind("outlet", capture.article().outlet())
        .mapTo(String.class)
        .findOne();
  }

  /** What an earlier capture did not say is taken from this one; nothing is overwritten. */
  private void complete(String id, Article article) {
    int changed =
        handle
            .createUpdate(
                "UPDATE articles SET title = coalesce(title, :title), outlet = coalesce(outlet, :outlet),"
                    + " url = coalesce(url, :url), published = coalesce(published, :published),"
                    + " retrieved = coalesce(retrieved, :retrieved) WHERE id = :id AND ("
                    + " (title IS NULL AND :title IS NOT NULL) OR (outlet IS NULL AND :outlet IS NOT NULL)"
                    + " OR (url IS NULL AND :url IS NOT NULL) OR (published IS NULL AND :published IS NOT NULL)"
                    + " OR (retrieved IS NULL AND :retrieved IS NOT NULL))")
            .bind("title", article.title())
            .bind("outlet", article.outlet())
            .bind("url", article.url())
            .bind("published", text(article.published()))
            .bind("retrieved", text(article.retrieved()))
            .bind("id", id)
            .execute();
    if (changed > 0) {
      handle.execute("DELETE FROM readings WHERE article = ?", id);
      new DatedTable(handle).forget(List.of(id));
      documents.add(DocumentLog.ARTICLE, id);
      completed = true;
    }
  }

  private void insert(Capture capture) {
    Article article = capture.article();
    handle.execute(
        "INSERT INTO texts VALUES (?, ?) ON CONFLICT DO NOTHING", capture.hash(), article.text());
    handle.execute(
        "INSERT INTO articles (id, hash, title, outlet, url, published, retrieved, language, page)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        freeId(article.id().value()),
        capture.hash(),
        article.title(),
        article.outlet(),
        article.url(),
        text(article.published()),
        text(article.retrieved()),
        article.language(),
        PageColumn.write(article));
  }

  /** The id, with a number where another article has it. */
  private String freeId(String id) {
    String free = id;
    for (int n = 2; exists(free); n++) {
      free = id + "#" + n;
    }
    return free;
  }

  private boolean exists(String id) {
    return handle
            .createQuery("SELECT count(*) FROM articles WHERE id = :id")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** The article in a row of articles joined with their texts. */
  static Article article(ResultSet row) throws SQLException {
    PageColumn.Page page = PageColumn.read(row.getString("page"));
    return new Article(
        new ArticleId(row.getString("id")),
        row.getString("text"),
        row.getString("title"),
        row.getString("outlet"),
        row.getString("url"),
        day(row.getString("published")),
        day(row.getString("retrieved")),
        row.getString("language"),
        page.markup(),
        page.provenance());
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return Objects.toString(day, null);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
