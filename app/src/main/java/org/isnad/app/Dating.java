package org.isnad.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.Clocks;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.PublicationWindow;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.report.EventReport;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.TextReuse;
import org.isnad.core.reuse.Witness;
import org.isnad.io.ExtractWriter;
import org.jspecify.annotations.Nullable;

/**
 * Gives reports their days, family by family: clocks are narrowed along copies alone, and an
 * article that shares nothing is a family of its own. Of a family only the windows of publication
 * and what is shared are in memory at once, of articles some.
 */
final class Dating {

  /** Articles fetched at a time. */
  private static final int BATCH = 256;

  private final Pipeline pipeline;
  private final Copies copies;
  private final ReadArticles articles;
  private final DatedArticles dated;
  private final Consumer<DatedReport> search;
  private final Progress progress;
  private int done;

  /**
   * A dating of these articles.
   *
   * @param search takes each report with its days
   */
  Dating(
      Pipeline pipeline,
      Copies copies,
      ReadArticles articles,
      DatedArticles dated,
      Consumer<DatedReport> search,
      Progress progress) {
    this.pipeline = pipeline;
    this.copies = copies;
    this.articles = articles;
    this.dated = dated;
    this.search = search;
    this.progress = progress;
  }

  /** Dates everything. */
  void run() {
    List<int[]> some = new ArrayList<>();
    int size = 0;
    for (int[] family : copies.families()) {
      some.add(family);
      size += family.length;
      if (size >= BATCH) {
        date(some);
        some.clear();
        size = 0;
      }
    }
    date(some);
    articles.keepAnew();
  }

  private void date(List<int[]> families) {
    int[] all = families.stream().flatMapToInt(java.util.Arrays::stream).toArray();
    if (all.length <= 2 * BATCH) {
      articles.fetch(ids(all, 0, all.length));
    }
    families.forEach(this::date);
    done += all.length;
    progress.reached(done, copies.size());
  }

  private void date(int[] family) {
    Lineage lineage = Lineage.NONE;
    List<TextReuse> shared = family.length == 1 ? List.of() : copies.of(family);
    Map<ArticleId, PublicationWindow> windows = new HashMap<>();
    List<Witness> witnesses = new ArrayList<>();
    each(
        family,
        reading -> {
          windows.put(reading.article().id(), pipeline.published(reading));
          if (!shared.isEmpty()) {
            witnesses.add(pipeline.witness(reading.article()));
          }
        });
    if (!shared.isEmpty()) {
      lineage = Lineage.of(witnesses, shared, copies.recurrence());
    }
    Clocks clocks = pipeline.clocksOf(windows.values(), lineage);
    ExtractWriter lines = new ExtractWriter(clocks.lineage(), Map.of(), this::text);
    each(
        family,
        reading -> {
          DatedReading with = pipeline.date(reading, clocks, this::reports);
          dated.add(with, clocks.lineage(), lines, this::text);
          with.reports().forEach(search);
        });
    dated.endFamily();
  }

  private void each(int[] family, Consumer<Reading> consumer) {
    for (int from = 0; from < family.length; from += BATCH) {
      List<ArticleId> some = ids(family, from, Math.min(family.length, from + BATCH));
      articles.fetch(some);
      for (ArticleId id : some) {
        Reading reading = articles.get(id);
        if (reading != null) {
          consumer.accept(reading);
        }
      }
    }
  }

  private List<ArticleId> ids(int[] numbers, int from, int to) {
    List<ArticleId> some = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      some.add(copies.id(numbers[i]));
    }
    return some;
  }

  private List<EventReport> reports(ArticleId id) {
    Reading reading = articles.get(id);
    return reading == null ? List.of() : reading.reports();
  }

  private @Nullable String text(ArticleId id) {
    Reading reading = articles.get(id);
    Article article = reading == null ? null : reading.article();
    return article == null ? null : article.text();
  }
}
