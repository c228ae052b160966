package org.isnad.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.isnad.core.pipeline.Reading;
import org.isnad.io.ReadingJson;
import org.isnad.store.ReadingRow;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a store with their readings, fetched some at a time; those used last are kept. A
 * reading of another shape is made anew, and kept in the store at the end.
 */
final class ReadArticles {

  /**
   * Characters of text kept: about five hundred articles, with their readings some 25 MB. More
   * would live long enough to be taken for lasting by the collector, and the heap would grow.
   */
  private static final long KEPT = 1_000_000;

  private final Store store;
  private final Pipeline pipeline;
  private final ReadingJson format;
  private final List<Problem> problems;
  private final LinkedHashMap<String, Reading> readings = new LinkedHashMap<>(16, 0.75f, true);
  private final List<Reading> anew = new ArrayList<>();
  private long size;

  /**
   * The articles of a store.
   *
   * @param problems takes those that could not be read anew
   */
  ReadArticles(Store store, Pipeline pipeline, List<Problem> problems) {
    this.problems = problems;
    this.store = store;
    this.pipeline = pipeline;
    this.format = new ReadingJson(pipeline.knowledge().gazetteer());
  }

  /** Fetches these, which are asked for next. */
  void fetch(Iterable<ArticleId> ids) {
    List<String> wanted = new ArrayList<>();
    for (ArticleId id : ids) {
      if (readings.get(id.value()) == null) {
        wanted.add(id.value());
      }
    }
    trim();
    store.readings(
        wanted,
        (article, json) -> {
          Reading reading = format.read(json, article);
          if (reading == null) {
            List<Reading> made =
                Collection.read(List.of(article), pipeline, 1, Progress.SILENT, problems);
            anew.addAll(made);
            reading = made.isEmpty() ? null : made.getFirst();
          }
          if (reading != null) {
            size += article.text().length();
            readings.put(article.id().value(), reading);
          }
        });
  }

  /** The reading of an article, or null where there is none. */
  @Nullable Reading get(ArticleId id) {
    Reading known = readings.get(id.value());
    if (known == null) {
      fetch(List.of(id));
      known = readings.get(id.value());
    }
    return known;
  }

  /** Keeps in the store what was made anew. */
  void keepAnew() {
    if (anew.isEmpty()) {
      return;
    }
    store.putReadings(
        pipeline.version(),
        anew.stream().map(r -> new ReadingRow(r.article().id().value(), format.write(r))).toList());
    anew.clear();
  }

  private void trim() {
    Iterator<Reading> eldest = readings.values().iterator();
    while (size > KEPT && eldest.hasNext()) {
      size -= eldest.next().article().text().length();
      eldest.remove();
    }
  }
}
