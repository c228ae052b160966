package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Groups one set of reports so that no group holds two that exclude each other.
 *
 * <p>Pairs are taken best first. Groups are joined unless some pair across them is impossible; a vague
 * report joins one group but never joins two that know when and where they were. At the end, what is
 * still vague and fits exactly one group joins it. The outcome depends on the reports alone.
 */
final class Clustering {

  private static final Comparator<Comparison> BEST_FIRST =
      Comparator.comparingDouble((Comparison c) -> -c.score())
          .thenComparing(Comparison::a)
          .thenComparing(Comparison::b);

  private final Map<String, Group> groupOf = new HashMap<>();
  private final List<Comparison> pairs;
  private final BiFunction<String, String, Comparison> compare;

  /** Reports taken together. */
  private static final class Group {

    private final TreeSet<String> members = new TreeSet<>();
    private boolean knows;
  }

  /**
   * Prepares the grouping.
   *
   * @param reports ids, each with whether it is vague
   * @param pairs comparisons among them that exclude nothing
   * @param compare compares any two of them
   */
  Clustering(
      Map<String, Boolean> reports,
      Collection<Comparison> pairs,
      BiFunction<String, String, Comparison> compare) {
    reports.forEach(
        (id, vague) -> {
          Group group = new Group();
          group.members.add(id);
          group.knows = !vague;
          groupOf.put(id, group);
        });
    this.pairs = pairs.stream().sorted(BEST_FIRST).toList();
    this.compare = compare;
  }

  /** The groups, each and all in the order of ids. */
  List<List<String>> groups() {
    for (Comparison pair : pairs) {
      if (pair.same()) {
        join(pair);
      }
    }
    settleVague();
    TreeMap<String, List<String>> groups = new TreeMap<>();
    for (Group group : groupOf.values()) {
      groups.put(group.members.first(), List.copyOf(group.members));
    }
    return List.copyOf(groups.values());
  }

  private void join(Comparison pair) {
    Group a = group(pair.a());
    Group b = group(pair.b());
    boolean chains = pair.vague() && a.knows && b.knows;
    if (a != b && !chains && compatible(a, b)) {
      merge(a, b);
    }
  }

  private boolean compatible(Group a, Group b) {
    for (String x : a.members) {
      for (String y : b.members) {
        if (!compare.apply(x, y).possible()) {
          return false;
        }
      }
    }
    return true;
  }

  private void merge(Group a, Group b) {
    a.members.addAll(b.members);
    a.knows |= b.knows;
    b.members.forEach(member -> groupOf.put(member, a));
  }

  /** Joins vague groups that fit exactly one group that knows, judged before any of them is joined. */
  private void settleVague() {
    TreeMap<String, Group> homes = new TreeMap<>();
    TreeMap<String, List<Comparison>> fits = new TreeMap<>();
    for (Comparison pair : pairs) {
      note(pair.a(), pair, fits);
      note(pair.b(), pair, fits);
    }
    fits.forEach(
        (first, comparisons) -> {
          Group home = onlyHome(group(first), comparisons);
          if (home != null) {
            homes.put(first, home);
          }
        });
    homes.forEach(
        (first, home) -> {
          Group vague = group(first);
          if (vague != home && compatible(vague, home)) {
            merge(home, vague);
          }
        });
  }

  /** Files the pair under the vague group of one end, if the other end's group knows. */
  private void note(String id, Comparison pair, TreeMap<String, List<Comparison>> fits) {
    Group group = group(id);
    Group other = group(id.equals(pair.a()) ? pair.b() : pair.a());
    if (!group.knows && other.knows) {
      fits.computeIfAbsent(group.members.first(), first -> new ArrayList<>()).add(pair);
    }
  }

  private @Nullable Group onlyHome(Group vague, List<Comparison> comparisons) {
    Group home = null;
    double best = Double.NEGATIVE_INFINITY;
    for (Comparison pair : comparisons) {
      Group other = group(vague.members.contains(pair.a()) ? pair.b() : pair.a());
      if (compatible(vague, other)) {
        if (home != null && home != other) {
          return null;
        }
        home = other;
        best = Math.max(best, pair.score());
      }
    }
    return best >= Comparison.SAME ? home : null;
  }

  private Group group(String id) {
    Group group = groupOf.get(id);
    if (group == null) {
      throw new IllegalArgumentException("no such report: " + id);
    }
    return group;
  }
}
