package org.isnad.app;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
  private static final long PART = 4_000_000;

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
  private final long part;
  private final List<ArticleId> ids = new ArrayList<>();
  private final Ints outlets = new Ints();
  private final Ints days = new Ints();
  private final Map<String, Integer> outletNumbers = new HashMap<>();
  private final Texts words = new Texts();
  private int[] outletOf = {};
  private final List<int[]> batch = new ArrayList<>(BATCH);

  CopySearch(Store store, Pipeline pipeline, RecordJson format) {
    this(store, pipeline, format, PART);
  }

  /** A search that holds so many fingerprints at a time. */
  CopySearch(Store store, Pipeline pipeline, RecordJson format, long part) {
    this.store = store;
    this.pipeline = pipeline;
    this.format = format;
    this.part = part;
  }

  /** All copies; to be closed. */
  Copies find() {
    try (PairCounts counts = new PairCounts(store)) {
      Recurrence recurrence = candidates(counts);
      Copies copies = new Copies(List.copyOf(ids), recurrence, Spill.beside(store), format);
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
    try (Spill prints = Spill.beside(store)) {
      long all = setAside(prints);
      int[] order = order();
      outletOf = ordered(outlets, order);
      int[] dayOf = ordered(days, order);
      List<Recurrence> recurring = new ArrayList<>();
      long parts = Math.max(1, (all + part - 1) / part);
      for (long p = 0; p < parts; p++) {
        FingerprintPart some = part(prints, order, p, parts);
        Recurrence known = some.recurrence(outletOf, dayOf);
        some.pairs(known, counts::add);
        recurring.add(known);
      }
      ids.sort(null);
      return Recurrence.joined(recurring);
    }
  }

  /** Sets the fingerprints of all articles that were read aside; how many there are. */
  private long setAside(Spill prints) {
    long[] all = {0};
    store.readings(
        (article, json) -> {
          Fingerprints some = pipeline.fingerprints(article);
          LocalDate day = some.day();
          ids.add(article.id());
          outlets.add(outlet(some.outlet()));
          days.add(day == null ? 0 : (int) day.toEpochDay());
          ByteBuffer bytes = ByteBuffer.allocate(some.hashes().length * Long.BYTES);
          bytes.asLongBuffer().put(some.hashes());
          prints.add(bytes.array());
          all[0] += some.hashes().length;
        });
    return all[0];
  }

  private int outlet(@Nullable String name) {
    return name == null ? 0 : outletNumbers.computeIfAbsent(name, n -> outletNumbers.size() + 1);
  }

  /** By the place in which an article came, its number in the order of ids. */
  private int[] order() {
    Integer[] places = new Integer[ids.size()];
    Arrays.setAll(places, place -> place);
    Arrays.sort(places, Comparator.comparing(ids::get));
    int[] order = new int[places.length];
    for (int number = 0; number < places.length; number++) {
      order[places[number]] = number;
    }
    return order;
  }

  private static int[] ordered(Ints numbers, int[] order) {
    int[] ordered = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      ordered[order[place]] = numbers.get(place);
    }
    return ordered;
  }

  /** The fingerprints of one of so many parts, which follow each other in their order. */
  private static FingerprintPart part(Spill prints, int[] order, long number, long parts) {
    FingerprintPart some = new FingerprintPart();
    long address = 0;
    for (int article : order) {
      byte[] record = prints.get(address);
      address = Spill.after(address, record.length);
      LongBuffer hashes = ByteBuffer.wrap(record).asLongBuffer();
      while (hashes.hasRemaining()) {
        long hash = hashes.get();
        long upper = (hash >> Integer.SIZE) - Integer.MIN_VALUE;
        if (upper * parts >>> Integer.SIZE == number) {
          some.add(hash, article);
        }
      }
    }
    return some;
  }

  private void align(Copies copies) {
    fetch();
    for (int[] pair : batch) {
      WordSequence first = words.get(pair[0]);
      WordSequence second = words.get(pair[1]);
      if (first != null && second != null) {
        TextReuse reuse = Alignment.align(ids.get(pair[0]), first, ids.get(pair[1]), second);
        boolean sameOutlet = outletOf[pair[0]] > 0 && outletOf[pair[0]] == outletOf[pair[1]];
        if (!reuse.isEmpty() && Lineage.isCopy(reuse, copies.recurrence(), sameOutlet)) {
          copies.add(pair[0], pair[1], reuse);
        }
      }
    }
    batch.clear();
    words.trim();
  }

  /** Fetches the texts of a batch that are not there. */
  private void fetch() {
    Map<String, Integer> wanted = new HashMap<>();
    for (int[] pair : batch) {
      for (int number : pair) {
        if (words.get(number) == null) {
          wanted.put(ids.get(number).value(), number);
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
