package org.isnad.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.incident.SumIndex;

/**
 * Finds, for every sum of events of a store, the groups of reports that can be among it, as {@link
 * SumIndex} does: here the sums are filed and the groups come by, since there are fewer sums than
 * groups and groups need not stay in memory.
 */
final class SumSearch {

  private final LinkSearch outlines;
  private final DatedArticles dated;
  private final List<Integer> sums = new ArrayList<>();
  private final Map<Integer, Ints> byArticle = new HashMap<>();
  private final Map<String, Ints> byKey = new HashMap<>();
  private final java.util.BitSet held = new java.util.BitSet();
  private final Longs here = new Longs();
  private final Longs elsewhere = new Longs();

  /** A search among the sums of {@code dated}, once its reports are sorted. */
  SumSearch(DatedArticles dated, LinkSearch outlines) {
    this.dated = dated;
    this.outlines = outlines;
    for (int sum : dated.sums()) {
      sums.add(sum);
      held.set(sum);
      file(byArticle, dated.article(sum), sum);
      SumIndex.sumKeys(outlines.outline(sum)).forEach(key -> file(byKey, key, sum));
    }
  }

  private static <K> void file(Map<K, Ints> map, K key, int sum) {
    map.computeIfAbsent(key, k -> new Ints()).add(sum);
  }

  /** Whether a report is a sum. */
  boolean holds(int report) {
    return held.get(report);
  }

  boolean isEmpty() {
    return sums.isEmpty();
  }

  /** The sums, in the order of their ids. */
  List<Integer> all() {
    return sums;
  }

  /** Adds a group: its smallest report, and outlines of all. */
  void add(int smallest, List<DatedReport> group) {
    if (isEmpty()) {
      return;
    }
    TreeSet<Integer> named = new TreeSet<>();
    for (DatedReport report : group) {
      named.addAll(at(byArticle, dated.article(dated.find(report.id()))));
    }
    named.removeIf(sum -> !SumIndex.fits(outlines.outline(sum), group));
    named.forEach(sum -> here.add(pair(sum, smallest)));
    TreeSet<Integer> met = new TreeSet<>();
    SortedSet<String> keys = SumIndex.memberKeys(group);
    keys.forEach(key -> met.addAll(at(byKey, key)));
    met.removeAll(named);
    for (int sum : met) {
      if (SumIndex.isElsewhere(outlines.outline(sum), group)) {
        elsewhere.add(pair(sum, smallest));
      }
    }
  }

  /** Pairs of a sum, above, and the smallest report of a group that its own article names. */
  long[] here() {
    return here.toArray();
  }

  /** The same of groups that only other articles name. */
  long[] elsewhere() {
    return elsewhere.toArray();
  }

  private static long pair(int sum, int group) {
    return (long) sum << Integer.SIZE | group;
  }

  private static <K> List<Integer> at(Map<K, Ints> map, K key) {
    Ints sums = map.get(key);
    return sums == null ? List.of() : Arrays.stream(sums.toArray()).boxed().toList();
  }
}
