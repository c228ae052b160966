package org.isnad.app;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.BlockKey;
import org.isnad.core.incident.Decisions;
import org.isnad.core.incident.IncidentLinker;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Parts a store's reports so that no two of different parts can be of one event: each part can then
 * be linked alone, with the same outcome as all at once.
 *
 * <p>Reports meet under the keys of {@link BlockKey}, which are set aside and sorted. Those that
 * meet are compared unless they are in one part already; reports that look alike to the linker are
 * one from the beginning and are compared once. In memory are 24 bytes a report, and some outlines.
 */
final class LinkSearch implements AutoCloseable {

  /** Outlines kept, at some 3 KiB each: the reports of a busy week. */
  private static final int KEPT = 4096;

  /** Reports that are compared with all others under their key at a time. */
  private static final int BLOCK = 512;

  /** Bits of the number of a report under a key that hold its role. */
  private static final int ROLE_BITS = 2;

  /** Bits of a key that name its week, so that what is compared in a row lies close together. */
  private static final int WEEK_BITS = 13;

  private static final BlockKey.Role[] ROLES = BlockKey.Role.values();

  private final Filing filed;
  private final Longs likeness = new Longs();
  private final Longs likenessEnds = new Longs();
  private final DatedArticles dated;
  private final Outlines outlines = new Outlines();
  private long[] texts = {};
  private long compared;

  /** A search among the reports of {@code dated}, which are added here as they are added there. */
  LinkSearch(Store store, DatedArticles dated) {
    this.filed = new Filing(store);
    this.dated = dated;
  }

  /** Adds the next report. */
  void add(LinkKeys report) {
    int number = likeness.size();
    likeness.add(report.like());
    likenessEnds.add(report.likeEnd());
    for (int i = 0; i < report.keys().length; i++) {
      filed.add(report.keys()[i], number << ROLE_BITS | report.roles()[i]);
    }
  }

  /**
   * The parts.
   *
   * @param order by the number of a report as it came, its number now
   */
  DisjointSets parts(int[] order, Decisions decisions) {
    DisjointSets parts = new DisjointSets(order.length);
    int[] firsts = joinAlike(order, parts);
    texts = textsOfKinds(order, firsts);
    joinDecided(decisions, parts);
    filed.forEach((key, numbers, count) -> meet(numbers, count, order, firsts, parts));
    return parts;
  }

  /** Pairs of reports that were compared. */
  long compared() {
    return compared;
  }

  /** What linking looks at of a report; the last ones asked for are kept. */
  DatedReport outline(int report) {
    return outlines.of(report);
  }

  /** Joins reports that look alike; by the number of each, the first of its kind to come. */
  private int[] joinAlike(int[] order, DisjointSets parts) {
    Integer[] sorted = new Integer[order.length];
    Arrays.setAll(sorted, number -> number);
    Arrays.sort(
        sorted,
        (a, b) -> {
          int first = Long.compare(likeness.get(a), likeness.get(b));
          int second = Long.compare(likenessEnds.get(a), likenessEnds.get(b));
          return first != 0 ? first : second != 0 ? second : Integer.compare(a, b);
        });
    int[] firsts = new int[order.length];
    for (int i = 0; i < sorted.length; i++) {
      int now = sorted[i];
      if (i > 0 && isAlike(sorted[i - 1], now)) {
        firsts[now] = firsts[sorted[i - 1]];
        parts.join(order[firsts[now]], order[now]);
      } else {
        firsts[now] = now;
      }
    }
    return firsts;
  }

  /** For the first of each kind, above, the copied texts in which those of its kind stand. */
  private long[] textsOfKinds(int[] order, int[] firsts) {
    long[] all = dated.told().toArray();
    for (int i = 0; i < all.length; i++) {
      int first = order[firsts[(int) (all[i] >>> Integer.SIZE)]];
      all[i] = (long) first << Integer.SIZE | (int) all[i];
    }
    Arrays.sort(all);
    return all;
  }

  /** Whether reports like the one stand in one text with reports like the other. */
  private boolean shareText(int a, int b) {
    int inA = textsFrom(a);
    int inB = textsFrom(b);
    while (isTextOf(inA, a) && isTextOf(inB, b)) {
      int order = Integer.compare((int) texts[inA], (int) texts[inB]);
      if (order == 0) {
        return true;
      }
      inA += order < 0 ? 1 : 0;
      inB += order > 0 ? 1 : 0;
    }
    return false;
  }

  private int textsFrom(int report) {
    int found = Arrays.binarySearch(texts, (long) report << Integer.SIZE);
    return found < 0 ? -found - 1 : found;
  }

  private boolean isTextOf(int at, int report) {
    return at < texts.length && texts[at] >>> Integer.SIZE == report;
  }

  private boolean isAlike(int a, int b) {
    return likeness.get(a) == likeness.get(b) && likenessEnds.get(a) == likenessEnds.get(b);
  }

  /** What a person put together is linked whether it can be or not. */
  private void joinDecided(Decisions decisions, DisjointSets parts) {
    for (String report : decisions.joined()) {
      int a = dated.find(report);
      for (String other : decisions.togetherWith(report)) {
        int b = dated.find(other);
        if (a >= 0 && b >= 0) {
          parts.join(a, b);
        }
      }
    }
  }

  /** Compares the reports under one key, those first that seek. */
  private void meet(int[] filed, int count, int[] order, int[] firsts, DisjointSets parts) {
    int seeking = 0;
    int size = 0;
    for (int i = 0; i < count; i++) {
      int one = filed[i];
      if (firsts[one >>> ROLE_BITS] == one >>> ROLE_BITS) {
        filed[size] = filed[seeking];
        boolean seeks = ROLES[one & (1 << ROLE_BITS) - 1] != BlockKey.Role.FOUND;
        filed[seeks ? seeking : size] = one;
        seeking += seeks ? 1 : 0;
        size++;
      }
    }
    if (seeking == 0 || size < 2) {
      return;
    }
    int[] met = new int[size];
    Arrays.setAll(met, i -> order[filed[i] >>> ROLE_BITS]);
    for (int from = 0; from < seeking; from += BLOCK) {
      compare(met, from, Math.min(seeking, from + BLOCK), parts);
    }
  }

  /** Compares some with all behind them. */
  private void compare(int[] met, int from, int to, DisjointSets parts) {
    @Nullable DatedReport[] some = new DatedReport[to - from];
    for (int j = from + 1; j < met.length; j++) {
      DatedReport other = null;
      for (int i = from; i < Math.min(to, j); i++) {
        if (!parts.together(met[i], met[j])) {
          DatedReport one = some[i - from];
          if (one == null) {
            one = outlines.of(met[i]);
            some[i - from] = one;
          }
          other = other == null ? outlines.of(met[j]) : other;
          compared++;
          if (IncidentLinker.mayLink(one, other, shareText(met[i], met[j]))) {
            parts.join(met[i], met[j]);
          }
        }
      }
    }
  }

  /**
   * A number for a key: the week or other number that ends it above, a hash below. Keys that get
   * one number by chance bring together what has nothing in common, which is then found out.
   */
  static long number(String key) {
    long hash = 0;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    long week = 0;
    int at = key.lastIndexOf('/') + 1;
    while (at < key.length() && Character.digit(key.charAt(at), 10) >= 0) {
      week = week * 10 + Character.digit(key.charAt(at++), 10);
    }
    boolean isNumber = at == key.length();
    long above = isNumber ? week & (1L << WEEK_BITS) - 1 : 0;
    return above << Long.SIZE - WEEK_BITS | hash >>> WEEK_BITS;
  }

  /** Outlines, those used last. */
  private final class Outlines {

    private final LinkedHashMap<Integer, DatedReport> kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, DatedReport> eldest) {
            return size() > KEPT;
          }
        };

    DatedReport of(int report) {
      DatedReport known = kept.get(report);
      if (known == null) {
        known = dated.outline(report);
        kept.put(report, known);
      }
      return known;
    }
  }

  @Override
  public void close() {
    filed.close();
  }
}
