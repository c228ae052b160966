package org.isnad.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.reuse.Alignment;
import org.isnad.core.reuse.CandidateIndex;
import org.isnad.core.reuse.FingerprintPart;
import org.isnad.core.reuse.Fingerprints;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Recurrence;
import org.isnad.core.reuse.TextReuse;
import org.isnad.core.reuse.WordSequence;
import org.isnad.io.RecordJson;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Finds the copies among the articles of a store with little of them in memory: fingerprints are
 * set aside and looked at part by part, texts are fetched for the pairs that share enough of them.
 * It finds what {@code Pipeline.lineage} finds.
 */
final class CopySearch {

  /** Fingerprints in memory at a time, at about 40 bytes each. */
  private static final long PART = 1_000_000;

  /**
   * Words kept while pairs are aligned, at about 40 bytes each: two thousand articles. Copies lie
   * near each other in the order of ids.
   */
  private static final long KEPT = 800_000;

  /** Pairs whose texts are fetched at once. */
  private static final int BATCH = 128;

  private final Store store;
  private final Pipeline pipeline;
  private final RecordJson format;
  private final Progress progress;
  private final long part;
  private final Names ids = new Names();
  private final Ints outlets = new Ints();
  private final Ints days = new Ints();
  private final Map<String, Integer> outletNumbers = new HashMap<>();
  private final Texts words = new Texts();
  private int[] outletOf = {};
  private final List<int[]> batch = new ArrayList<>(BATCH);

  CopySearch(Store store, Pipeline pipeline, RecordJson format, Progress progress) {
    this(store, pipeline, format, progress, PART);
  }

  /** A search that holds so many fingerprints at a time. */
  CopySearch(Store store, Pipeline pipeline, RecordJson format, Progress progress, long part) {
    this.progress = progress;
    this.store = store;
    this.pipeline = pipeline;
    this.format = format;
    this.part = part;
  }

  /** All copies; to be closed. */
  Copies find() {
    try (PairCounts counts = new PairCounts(store)) {
      Recurrence recurrence = candidates(counts);
      Copies copies = new Copies(ids, recurrence, Spill.beside(store), format);
      counts.forEach(
          CandidateIndex.MIN_SHARED,
          (earlier, later) -> {
            batch.add(new int[] {earlier, later});
            if (batch.size() == BATCH) {
              align(copies);
            }
          });
      align(copies);
      return copies;
    }
  }

  private Recurrence candidates(PairCounts counts) {
    try (Filing prints = new Filing(store)) {
      setAside(prints);
      int[] order = ids.sort();
      outletOf = ordered(outlets, order);
      Parts parts = new Parts(order, ordered(days, order), counts);
      prints.forEach(parts::add);
      return parts.recurrence();
    }
  }

  /** Sets the fingerprints of all articles that were read aside. */
  private void setAside(Filing prints) {
    int all = store.articleCount();
    store.readings(
        (article, json) -> {
          progress.reached(ids.size(), all);
          Fingerprints some = pipeline.fingerprints(article);
          LocalDate day = some.day();
          int place = ids.add(article.id().value());
          outlets.add(outlet(some.outlet()));
          days.add(day == null ? 0 : (int) day.toEpochDay());
          for (long hash : some.hashes()) {
            prints.add(hash, place);
          }
        });
  }

  /** Looks at the fingerprints part by part; those of one article alone tell nothing. */
  private final class Parts {

    private final int[] order;
    private final int[] dayOf;
    private final PairCounts counts;
    private final List<Recurrence> recurring = new ArrayList<>();
    private FingerprintPart some = new FingerprintPart();
    private long size;

    Parts(int[] order, int[] dayOf, PairCounts counts) {
      this.order = order;
      this.dayOf = dayOf;
      this.counts = counts;
    }

    void add(long hash, int[] places, int count) {
      if (count == 1) {
        return;
      }
      if (size > 0 && size + count > part) {
        end();
      }
      for (int i = 0; i < count; i++) {
        some.add(hash, order[places[i]]);
      }
      size += count;
    }

    Recurrence recurrence() {
      end();
      return Recurrence.joined(recurring);
    }

    private void end() {
      Recurrence known = some.recurrence(outletOf, dayOf);
      some.pairs(known, counts::add);
      recurring.add(known);
      some = new FingerprintPart();
      size = 0;
    }
  }

  private int outlet(@Nullable String name) {
    return name == null ? 0 : outletNumbers.computeIfAbsent(name, n -> outletNumbers.size() + 1);
  }

  private static int[] ordered(Ints numbers, int[] order) {
    int[] ordered = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      ordered[order[place]] = numbers.get(place);
    }
    return ordered;
  }

  private void align(Copies copies) {
    fetch();
    for (int[] pair : batch) {
      WordSequence first = words.get(pair[0]);
      WordSequence second = words.get(pair[1]);
      if (first != null && second != null) {
        TextReuse reuse = Alignment.align(id(pair[0]), first, id(pair[1]), second);
        boolean sameOutlet = outletOf[pair[0]] > 0 && outletOf[pair[0]] == outletOf[pair[1]];
        TextReuse copied = Lineage.copied(reuse, copies.recurrence(), sameOutlet);
        if (!copied.isEmpty()) {
          copies.add(pair[0], pair[1], reuse, copied);
        }
      }
    }
    batch.clear();
    words.trim();
  }

  private ArticleId id(int number) {
    return new ArticleId(ids.get(number));
  }

  /** Fetches the texts of a batch that are not there. */
  private void fetch() {
    Map<String, Integer> wanted = new HashMap<>();
    for (int[] pair : batch) {
      for (int number : pair) {
        if (words.get(number) == null) {
          wanted.put(ids.get(number), number);
        }
      }
    }
    for (Article article : store.articles(wanted.keySet())) {
      Integer number = wanted.get(article.id().value());
      if (number != null) {
        words.put(number, pipeline.words(article));
      }
    }
  }

  /** Texts as words, those used last. */
  private static final class Texts {

    private final LinkedHashMap<Integer, WordSequence> texts = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    @Nullable WordSequence get(int number) {
      return texts.get(number);
    }

    void put(int number, WordSequence text) {
      texts.put(number, text);
      size += text.size();
    }

    void trim() {
      Iterator<WordSequence> eldest = texts.values().iterator();
      while (size > KEPT && eldest.hasNext()) {
        size -= eldest.next().size();
        eldest.remove();
      }
    }
  }
}
