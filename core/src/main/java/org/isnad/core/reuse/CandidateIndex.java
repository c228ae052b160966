package org.isnad.core.reuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pairs of articles that share enough fingerprints to be worth aligning.
 *
 * <p>The pairs depend on the articles added, not on the order in which they came. Time and memory
 * are linear in the number of fingerprints: a fingerprint that up to {@value #ALL_PAIRS} articles
 * hold pairs them all; one that more hold pairs each further article with the first {@value #HEADS}
 * alone (by id), so that a story with ten thousand copies stays one family without fifty million
 * pairs. Not safe for use by several threads.
 */
public final class CandidateIndex {

  /**
   * Articles that are all paired with one another; passim's default limit of document frequency.
   */
  public static final int ALL_PAIRS = 100;

  /** First holders of a frequent fingerprint, with which all further ones are paired. */
  public static final int HEADS = 8;

  /**
   * Shared fingerprints that make a pair. A verbatim sentence of twenty words has about six; with
   * two words changed in it three are left.
   */
  public static final int MIN_SHARED = 3;

  /** Articles of one outlet that make a recurring run of words a template. */
  static final int TEMPLATE_ARTICLES = 5;

  /**
   * Days on which one outlet prints a run of words that make it standing text; a story runs one or
   * two.
   */
  public static final int STANDING_DAYS = 3;

  /** Share of a run's holders that are of the one outlet, where it is that outlet's template. */
  static final double TEMPLATE_SHARE = 0.8;

  private static final int NOT_HERE = -1;

  private final List<Fingerprints> articles = new ArrayList<>();
  private final Map<ArticleId, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> outlets = new HashMap<>();
  private final Postings postings = new Postings();
  private int[] outletOf = new int[16];
  private int[] shared = new int[0];
  private int[] touched = new int[0];

  /** Adds an article; one that is already there is left as it is. */
  public void add(Fingerprints article) {
    if (numbers.containsKey(article.article())) {
      return;
    }
    int number = articles.size();
    numbers.put(article.article(), number);
    articles.add(article);
    if (number == outletOf.length) {
      outletOf = Arrays.copyOf(outletOf, number * 2);
    }
    outletOf[number] = outletNumber(article.outlet());
    for (long hash : article.hashes()) {
      postings.add(hash, number);
    }
  }

  /** Number of articles. */
  public int size() {
    return articles.size();
  }

  /** All pairs, in the order of their ids. */
  public List<CandidatePair> pairs() {
    return pairs(recurrence());
  }

  /** All pairs by fingerprints that are no template, in the order of their ids. */
  public List<CandidatePair> pairs(Recurrence recurrence) {
    Counter counter = new Counter(recurrence);
    List<CandidatePair> pairs = new ArrayList<>();
    for (int number = 0; number < articles.size(); number++) {
      counter.count(articles.get(number), number, true, pairs);
    }
    Collections.sort(pairs);
    return pairs;
  }

  /**
   * The pairs of one article with those in the index, in the order of their ids, whether it is in
   * the index itself or not. Its cost does not grow with the index, but for fingerprints that more
   * than {@value #ALL_PAIRS} articles hold.
   */
  public List<CandidatePair> pairsOf(Fingerprints article, Recurrence recurrence) {
    List<CandidatePair> pairs = new ArrayList<>();
    int number = numbers.getOrDefault(article.article(), NOT_HERE);
    new Counter(recurrence).count(article, number, false, pairs);
    Collections.sort(pairs);
    return pairs;
  }

  /**
   * What recurs: templates, standing text, and runs of words that more articles hold than a story.
   */
  public Recurrence recurrence() {
    List<Recurrence.Entry> entries = new ArrayList<>();
    long[] printed = new long[16];
    for (int slot = 0; slot < postings.slots(); slot++) {
      int holders = postings.count(slot);
      if (holders < STANDING_DAYS) {
        continue;
      }
      printed = holders > printed.length ? new long[2 * holders] : printed;
      Recurrence.Kind kind = kind(printed, printings(slot, printed), holders);
      if (kind != null) {
        entries.add(new Recurrence.Entry(postings.hash(slot), holders, kind));
      }
    }
    return Recurrence.of(entries);
  }

  /** Outlet and day of every holder whose outlet is known, sorted; returns how many. */
  private int printings(int slot, long[] into) {
    int size = 0;
    for (int p = postings.first(slot); p >= 0; p = postings.next(p)) {
      int number = postings.article(p);
      LocalDate day = articles.get(number).day();
      if (outletOf[number] > 0) {
        into[size++] =
            (long) outletOf[number] << 32 | (day == null ? 0 : day.toEpochDay() & 0xFFFFFFFFL);
      }
    }
    Arrays.sort(into, 0, size);
    return size;
  }

  /**
   * How a run of words recurs, or null where it does not.
   *
   * @param printed outlet, in the upper half, and day of every holder whose outlet is known, sorted
   * @param size number of these
   * @param holders articles that hold it
   */
  static Recurrence.@Nullable Kind kind(long[] printed, int size, int holders) {
    int most = 0;
    int mostDays = 0;
    int ofOutlet = 0;
    int days = 0;
    for (int i = 0; i < size; i++) {
      boolean sameOutlet = i > 0 && printed[i] >>> 32 == printed[i - 1] >>> 32;
      ofOutlet = sameOutlet ? ofOutlet + 1 : 1;
      days = !sameOutlet ? 1 : printed[i] == printed[i - 1] ? days : days + 1;
      most = Math.max(most, ofOutlet);
      mostDays = Math.max(mostDays, days);
    }
    return kind(holders, most, mostDays);
  }

  /**
   * How a run of words recurs, or null where it does not.
   *
   * @param holders articles that hold it
   * @param most of these, those of the outlet that has most
   * @param mostDays days on which one outlet printed it, of the outlet with most days
   */
  public static Recurrence.@Nullable Kind kind(int holders, int most, int mostDays) {
    if (most >= Math.max(TEMPLATE_ARTICLES, TEMPLATE_SHARE * holders)) {
      return Recurrence.Kind.ONE_OUTLET;
    }
    if (mostDays >= STANDING_DAYS) {
      return Recurrence.Kind.STANDING;
    }
    return holders > Recurrence.USUAL ? Recurrence.Kind.FREQUENT : null;
  }

  /**
   * How many of the earlier holders of a fingerprint, in the order of ids, a holder is paired with:
   * all of them, or the first alone where many hold it.
   *
   * @param number the holder's own number in that order, from 0
   */
  public static int earlierPartners(int number) {
    return number < ALL_PAIRS ? number : HEADS;
  }

  /** Numbers the outlets from 1; 0 is an outlet not known, of which no two are the same. */
  private int outletNumber(@Nullable String outlet) {
    if (outlet == null) {
      return 0;
    }
    return outlets.computeIfAbsent(outlet, name -> outlets.size() + 1);
  }

  /** Counts what articles share with one article. */
  private final class Counter {

    private final Recurrence recurrence;
    private final Map<Integer, int[]> sortedHolders = new HashMap<>();
    private int touchedSize;

    Counter(Recurrence recurrence) {
      this.recurrence = recurrence;
      if (shared.length < articles.size()) {
        shared = new int[outletOf.length];
        touched = new int[outletOf.length];
      }
    }

    void count(Fingerprints article, int number, boolean earlierOnly, List<CandidatePair> pairs) {
      touchedSize = 0;
      for (long hash : article.hashes()) {
        int slot = postings.find(hash);
        if (postings.count(slot) == 0 || recurrence.isTemplate(hash)) {
          continue;
        }
        if (postings.count(slot) <= ALL_PAIRS) {
          countAll(article.article(), number, slot, earlierOnly);
        } else {
          countFrequent(article.article(), slot, earlierOnly);
        }
      }
      for (int t = 0; t < touchedSize; t++) {
        int other = touched[t];
        if (shared[other] >= MIN_SHARED) {
          pairs.add(pair(article.article(), other, shared[other]));
        }
        shared[other] = 0;
      }
    }

    private void countAll(ArticleId article, int number, int slot, boolean earlierOnly) {
      for (int p = postings.first(slot); p >= 0; p = postings.next(p)) {
        int other = postings.article(p);
        if (other != number && (!earlierOnly || id(other).compareTo(article) < 0)) {
          note(other);
        }
      }
    }

    /** Of the holders by id, the first are paired with all, the others only among the early. */
    private void countFrequent(ArticleId article, int slot, boolean earlierOnly) {
      int[] holders = sortedHolders.computeIfAbsent(slot, this::sortHolders);
      int own = position(holders, article);
      int end = own < HEADS ? holders.length : own < ALL_PAIRS ? ALL_PAIRS : HEADS;
      for (int i = 0; i < (earlierOnly ? Math.min(end, own) : end); i++) {
        if (!id(holders[i]).equals(article)) {
          note(holders[i]);
        }
      }
    }

    /** How many of the holders come before the article. */
    private int position(int[] holders, ArticleId article) {
      int low = 0;
      int high = holders.length;
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (id(holders[mid]).compareTo(article) < 0) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      return low;
    }

    private int[] sortHolders(int slot) {
      Integer[] holders = new Integer[postings.count(slot)];
      int size = 0;
      for (int p = postings.first(slot); p >= 0; p = postings.next(p)) {
        holders[size++] = postings.article(p);
      }
      Arrays.sort(holders, Comparator.comparing(CandidateIndex.this::id));
      return Arrays.stream(holders).mapToInt(Integer::intValue).toArray();
    }

    private void note(int other) {
      if (shared[other]++ == 0) {
        touched[touchedSize++] = other;
      }
    }

    private CandidatePair pair(ArticleId article, int other, int count) {
      ArticleId second = id(other);
      return article.compareTo(second) < 0
          ? new CandidatePair(article, second, count)
          : new CandidatePair(second, article, count);
    }
  }

  private ArticleId id(int number) {
    return articles.get(number).article();
  }
}
