package org.isnad.store;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.PipelineVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What was read in each article, one reading an article. */
final class ReadingTable {

  private static final int FETCH = 200;

  private static final String ARTICLES =
      "SELECT a.*, t.text FROM articles a JOIN texts t ON t.hash = a.hash LEFT JOIN readings r ON r.article = a.id";

  private static final String READ =
      "SELECT a.*, t.text, r.json FROM articles a JOIN texts t ON t.hash = a.hash"
          + " JOIN readings r ON r.article = a.id";

  private final Handle handle;

  ReadingTable(Handle handle) {
    this.handle = handle;
  }

  /** Articles that have not been read, or not by this version where one is given. */
  List<Article> unread(@Nullable PipelineVersion version, String after, int limit) {
    String other =
        version == null ? "" : " OR r.pipeline <> :pipeline OR r.knowledge <> :knowledge";
    Query query =
        handle
            .createQuery(
                ARTICLES
                    + " WHERE (r.article IS NULL"
                    + other
                    + ") AND a.id > :after ORDER BY a.id LIMIT :limit")
            .bind("after", after)
            .bind("limit", limit);
    if (version != null) {
      query.bind("pipeline", version.pipeline()).bind("knowledge", version.knowledge());
    }
    return query.map((row, context) -> ArticleTable.article(row)).list();
  }

  /** How many {@link #unread} gives in all. */
  int countUnread(@Nullable PipelineVersion version) {
    String other =
        version == null ? "" : " OR r.pipeline <> :pipeline OR r.knowledge <> :knowledge";
    Query query =
        handle.createQuery(
            "SELECT count(*) FROM articles a LEFT JOIN readings r ON r.article = a.id WHERE r.article IS NULL"
                + other);
    if (version != null) {
      query.bind("pipeline", version.pipeline()).bind("knowledge", version.knowledge());
    }
    return query.mapTo(Integer.class).one();
  }

  void put(PipelineVersion version, List<ReadingRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO readings VALUES (?, ?, ?, ?) ON CONFLICT (article) DO UPDATE SET"
                + " pipeline = excluded.pipeline, knowledge = excluded.knowledge, json = excluded.json")) {
      rows.forEach(
          row -> batch.add(row.article(), version.pipeline(), version.knowledge(), row.json()));
      batch.execute();
    }
    new DatedTable(handle).forget(rows.stream().map(ReadingRow::article).toList());
  }

  /** Every article that has been read, with its reading, in the order of ids. */
  void each(BiConsumer<Article, String> consumer) {
    each(handle.createQuery(READ + " ORDER BY a.id").setFetchSize(FETCH), consumer);
  }

  /** These articles, as far as they have been read, with their readings. */
  void each(Collection<String> ids, BiConsumer<Article, String> consumer) {
    if (!ids.isEmpty()) {
      each(
          handle
              .createQuery(READ + " WHERE a.id IN (<ids>) ORDER BY a.id")
              .bindList("ids", List.copyOf(ids)),
          consumer);
    }
  }

  private static void each(Query made, BiConsumer<Article, String> consumer) {
    try (Query query = made;
        Stream<Row> rows =
            query
                .map((row, context) -> new Row(ArticleTable.article(row), row.getString("json")))
                .stream()) {
      for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
        Row row = all.next();
        consumer.accept(row.article, row.json);
      }
    }
  }

  private record Row(Article article, String json) {}
}
