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
 * <p>The pairs depend on the articles added, not on the order in which they came. Time and memory are
 * linear in the number of fingerprints: a fingerprint that up to {@value #ALL_PAIRS} articles hold
 * pairs them all; one that more hold pairs each further article with the first {@value #HEADS} alone
 * (by id), so that a story with ten thousand copies stays one family without fifty million pairs.
 */
public final class CandidateIndex {

  /** Articles that are all paired with one another; passim's default limit of document frequency. */
  static final int ALL_PAIRS = 100;

  /** First holders of a frequent fingerprint, with which all further ones are paired. */
  static final int HEADS = 8;

  /**
   * Shared fingerprints that make a pair. A verbatim sentence of twenty words has about six; with two
   * words changed in it three are left.
   */
  static final int MIN_SHARED = 3;

  /** Articles of one outlet that make a recurring run of words a template. */
  static final int TEMPLATE_ARTICLES = 5;

  /** Days on which one outlet prints a run of words that make it standing text; a story runs one or two. */
  static final int STANDING_DAYS = 3;

  /** Share of a run's holders that are of the one outlet, where it is that outlet's template. */
  static final double TEMPLATE_SHARE = 0.8;

  private final List<Fingerprints> articles = new ArrayList<>();
  private final Map<ArticleId, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> outlets = new HashMap<>();
  private final Postings postings = new Postings();
  private int[] outletOf = new int[16];

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

  /** All pairs by fingerprints that are not one outlet's template, in the order of their ids. */
  public List<CandidatePair> pairs(Recurrence recurrence) {
    Counter counter = new Counter(recurrence);
    List<CandidatePair> pairs = new ArrayList<>();
    for (int number = 0; number < articles.size(); number++) {
      counter.count(number, true, pairs);
    }
    Collections.sort(pairs);
    return pairs;
  }

  /** The pairs of one article, in the order of their ids; none if it was not added. */
  public List<CandidatePair> pairsOf(ArticleId article, Recurrence recurrence) {
    Integer number = numbers.get(article);
    List<CandidatePair> pairs = new ArrayList<>();
    if (number != null) {
      new Counter(recurrence).count(number, false, pairs);
      Collections.sort(pairs);
    }
    return pairs;
  }

  /** What recurs: templates, standing text, and runs of words that more articles hold than a story. */
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
        into[size++] = (long) outletOf[number] << 32 | (day == null ? 0 : day.toEpochDay() & 0xFFFFFFFFL);
      }
    }
    Arrays.sort(into, 0, size);
    return size;
  }

  private static Recurrence.@Nullable Kind kind(long[] printed, int size, int holders) {
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
    if (most >= Math.max(TEMPLATE_ARTICLES, TEMPLATE_SHARE * holders)) {
      return Recurrence.Kind.ONE_OUTLET;
    }
    if (mostDays >= STANDING_DAYS) {
      return Recurrence.Kind.STANDING;
    }
    return holders > Recurrence.USUAL ? Recurrence.Kind.FREQUENT : null;
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
    private final int[] ranks;
    private final Map<Integer, int[]> sortedHolders = new HashMap<>();
    private final int[] shared;
    private final int[] touched;
    private int touchedSize;

    Counter(Recurrence recurrence) {
      this.recurrence = recurrence;
      ranks = ranks();
      shared = new int[articles.size()];
      touched = new int[articles.size()];
    }

    private int[] ranks() {
      Integer[] order = new Integer[articles.size()];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparing((Integer i) -> articles.get(i).article()));
      int[] ranks = new int[order.length];
      for (int rank = 0; rank < order.length; rank++) {
        ranks[order[rank]] = rank;
      }
      return ranks;
    }

    void count(int number, boolean earlierOnly, List<CandidatePair> pairs) {
      touchedSize = 0;
      for (long hash : articles.get(number).hashes()) {
        int slot = postings.find(hash);
        if (postings.count(slot) < 2 || recurrence.isTemplate(hash)) {
          continue;
        }
        if (postings.count(slot) <= ALL_PAIRS) {
          countAll(number, slot, earlierOnly);
        } else {
          countFrequent(number, slot, earlierOnly);
        }
      }
      for (int t = 0; t < touchedSize; t++) {
        int other = touched[t];
        if (shared[other] >= MIN_SHARED) {
          pairs.add(pair(number, other, shared[other]));
        }
        shared[other] = 0;
      }
    }

    private void countAll(int number, int slot, boolean earlierOnly) {
      for (int p = postings.first(slot); p >= 0; p = postings.next(p)) {
        int other = postings.article(p);
        if (other != number && (!earlierOnly || ranks[other] < ranks[number])) {
          note(other);
        }
      }
    }

    /** Of the holders by rank, the first are paired with all, the others only among the early. */
    private void countFrequent(int number, int slot, boolean earlierOnly) {
      int[] holders = sortedHolders.computeIfAbsent(slot, this::sortHolders);
      int own = position(holders, number);
      int end = own < HEADS ? holders.length : own < ALL_PAIRS ? ALL_PAIRS : HEADS;
      for (int i = 0; i < (earlierOnly ? Math.min(end, own) : end); i++) {
        if (i != own) {
          note(holders[i]);
        }
      }
    }

    private int position(int[] holders, int number) {
      int low = 0;
      int high = holders.length - 1;
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (ranks[holders[mid]] < ranks[number]) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      return low;
    }

    private int[] sortHolders(int slot) {
      long[] byRank = new long[postings.count(slot)];
      int size = 0;
      for (int p = postings.first(slot); p >= 0; p = postings.next(p)) {
        byRank[size++] = (long) ranks[postings.article(p)] << 32 | postings.article(p);
      }
      Arrays.sort(byRank);
      int[] holders = new int[size];
      for (int i = 0; i < size; i++) {
        holders[i] = (int) byRank[i];
      }
      return holders;
    }

    private void note(int other) {
      if (shared[other]++ == 0) {
        touched[touchedSize++] = other;
      }
    }

    private CandidatePair pair(int number, int other, int count) {
      ArticleId a = articles.get(number).article();
      ArticleId b = articles.get(other).article();
      return a.compareTo(b) < 0 ? new CandidatePair(a, b, count) : new CandidatePair(b, a, count);
    }
  }
}
