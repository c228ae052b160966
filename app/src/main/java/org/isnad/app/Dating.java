package org.isnad.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.dating.Clocks;
import org.isnad.core.dating.PublicationWindow;
import org.isnad.core.pipeline.DatedReading;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Reading;
import org.isnad.core.report.EventReport;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.TextReuse;
import org.isnad.core.reuse.Witness;
import org.isnad.io.ExtractWriter;
import org.isnad.store.DatedRow;
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
  private final Kept kept;
  private final Consumer<LinkKeys> search;
  private final Progress progress;
  private final List<DatedRow> anew = new ArrayList<>();
  private int done;

  /** What an earlier dating left. */
  interface Kept {
    /** What is known of these articles, each with the fingerprint of its family. */
    List<DatedRow> of(Collection<String> articles);

    /** Keeps what was dated. */
    void keep(List<DatedRow> rows);
  }

  /**
   * A dating of these articles.
   *
   * @param kept what is known of earlier datings
   * @param search takes of each report under what it meets others
   */
  Dating(
      Pipeline pipeline,
      Copies copies,
      ReadArticles articles,
      DatedArticles dated,
      Kept kept,
      Consumer<LinkKeys> search,
      Progress progress) {
    this.kept = kept;
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
    int[] all = members(families);
    Map<String, DatedRow> known = new HashMap<>();
    for (int from = 0; from < all.length; from += BATCH) {
      List<ArticleId> some = ids(all, from, Math.min(all.length, from + BATCH));
      kept.of(some.stream().map(ArticleId::value).toList())
          .forEach(row -> known.put(row.article(), row));
    }
    Map<int[], String> made = new LinkedHashMap<>();
    families.forEach(family -> made.put(family, made(family)));
    List<int[]> others =
        families.stream()
            .filter(family -> !isKnown(family, made.getOrDefault(family, ""), known))
            .toList();
    int[] read = members(others);
    if (read.length <= 2 * BATCH) {
      articles.fetch(ids(read, 0, read.length));
    }
    for (int[] family : families) {
      String inputs = made.getOrDefault(family, "");
      if (isKnown(family, inputs, known)) {
        take(family, known);
      } else {
        date(family, inputs);
      }
    }
    kept.keep(anew);
    anew.clear();
    done += all.length;
    progress.reached(done, copies.size());
  }

  private static int[] members(List<int[]> families) {
    return families.stream().flatMapToInt(Arrays::stream).toArray();
  }

  /** All that the days of a family depend on, but for its readings. */
  private String made(int[] family) {
    Fingerprint made = new Fingerprint().add(DatedRecord.FORM).add(pipeline.version());
    copies.addTo(made, family);
    return made.hex();
  }

  /** Whether all of a family were dated, and as this family. */
  private boolean isKnown(int[] family, String made, Map<String, DatedRow> known) {
    for (int member : family) {
      DatedRow row = known.get(copies.id(member).value());
      if (row == null || !row.family().equals(made)) {
        return false;
      }
    }
    return true;
  }

  private void take(int[] family, Map<String, DatedRow> known) {
    for (int member : family) {
      DatedRow row = known.get(copies.id(member).value());
      if (row != null) {
        add(DatedRecord.of(row.record()));
      }
    }
    dated.endFamily();
  }

  private void add(DatedRecord article) {
    dated.add(article);
    article.reports().forEach(report -> search.accept(report.keys()));
  }

  private void date(int[] family, String made) {
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
          DatedRecord record = dated.record(with, clocks.lineage(), lines, this::text);
          add(record);
          anew.add(new DatedRow(record.article(), made, record.bytes()));
          keepSome();
        });
    dated.endFamily();
  }

  /** A family can be larger than what is held in memory. */
  private void keepSome() {
    if (anew.size() >= 2 * BATCH) {
      kept.keep(anew);
      anew.clear();
    }
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
