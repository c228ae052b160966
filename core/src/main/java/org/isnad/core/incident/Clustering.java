package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Groups one set of nodes so that no group holds two that exclude each other.
 *
 * <p>What a person has put together or taken apart comes first. Then pairs are taken best first.
 * Groups are joined unless some pair across them is impossible; a vague report joins one group but
 * never joins two that know when and where they were. At the end, what is still vague and fits
 * exactly one group joins it. The outcome depends on the reports alone.
 */
final class Clustering {

  private static final Comparator<Pair> BEST_FIRST =
      Comparator.comparingDouble((Pair pair) -> -pair.score)
          .thenComparing(pair -> pair.a.first())
          .thenComparing(pair -> pair.b.first());

  private final Map<Node, Group> groupOf = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<Node, Map<Node, Boolean>> fits = new HashMap<>();

  /** Two nodes that nothing keeps apart. */
  private record Pair(Node a, Node b, double score) {

    boolean vague() {
      return a.isVague() || b.isVague();
    }

    boolean holds(Node node) {
      return a == node || b == node;
    }
  }

  /** Nodes taken together. */
  private static final class Group {

    private final TreeMap<String, Node> members = new TreeMap<>();
    private boolean knows;

    String first() {
      return members.firstKey();
    }
  }

  Clustering(Collection<Node> nodes) {
    for (Node node : nodes) {
      Group group = new Group();
      group.members.put(node.first(), node);
      group.knows = !node.isVague();
      groupOf.put(node, group);
      for (Node other : node.neighbours()) {
        double score = node.score(other);
        if (node.fits(other) && node.first().compareTo(other.first()) < 0) {
          pairs.add(new Pair(node, other, score));
        }
      }
    }
    pairs.sort(BEST_FIRST);
  }

  /** The groups, in no particular order. */
  List<List<Node>> groups() {
    for (Pair pair : pairs) {
      if (pair.a.isDecidedOne(pair.b) && group(pair.a) != group(pair.b)) {
        merge(group(pair.a), group(pair.b));
      }
    }
    for (Pair pair : pairs) {
      if (Comparison.same(pair.score, pair.vague())) {
        join(pair);
      }
    }
    settleVague();
    TreeMap<String, List<Node>> groups = new TreeMap<>();
    for (Group group : groupOf.values()) {
      groups.put(group.first(), List.copyOf(group.members.values()));
    }
    return List.copyOf(groups.values());
  }

  private void join(Pair pair) {
    Group a = group(pair.a);
    Group b = group(pair.b);
    boolean chains = pair.vague() && a.knows && b.knows;
    if (a != b && !chains && compatible(a, b)) {
      merge(a, b);
    }
  }

  private boolean compatible(Group a, Group b) {
    for (Node x : a.members.values()) {
      for (Node y : b.members.values()) {
        if (!fits(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Asked for the same two nodes again and again, whenever their groups have grown. */
  private boolean fits(Node x, Node y) {
    boolean inOrder = x.first().compareTo(y.first()) < 0;
    Node first = inOrder ? x : y;
    Node second = inOrder ? y : x;
    return fits.computeIfAbsent(first, node -> new HashMap<>())
        .computeIfAbsent(second, first::fits);
  }

  private void merge(Group a, Group b) {
    Group larger = a.members.size() >= b.members.size() ? a : b;
    Group smaller = larger == a ? b : a;
    larger.members.putAll(smaller.members);
    larger.knows |= smaller.knows;
    smaller.members.values().forEach(member -> groupOf.put(member, larger));
  }

  /**
   * Joins vague groups that fit exactly one group that knows, judged before any of them is joined.
   */
  private void settleVague() {
    TreeMap<String, List<Pair>> fits = new TreeMap<>();
    TreeMap<String, Group> vagueGroups = new TreeMap<>();
    for (Pair pair : pairs) {
      for (Node end : List.of(pair.a, pair.b)) {
        Group group = group(end);
        if (!group.knows && group(end == pair.a ? pair.b : pair.a).knows) {
          vagueGroups.put(group.first(), group);
          fits.computeIfAbsent(group.first(), first -> new ArrayList<>()).add(pair);
        }
      }
    }
    TreeMap<String, Group> homes = new TreeMap<>();
    vagueGroups.forEach(
        (first, vague) -> {
          Group home = onlyHome(vague, fits.getOrDefault(first, List.of()));
          if (home != null) {
            homes.put(first, home);
          }
        });
    homes.forEach(
        (first, home) -> {
          Group vague = Objects.requireNonNull(vagueGroups.get(first));
          Group now = group(home.members.firstEntry().getValue());
          if (compatible(vague, now)) {
            merge(now, vague);
          }
        });
  }

  private @Nullable Group onlyHome(Group vague, List<Pair> fits) {
    Group home = null;
    double best = Double.NEGATIVE_INFINITY;
    for (Pair pair : fits) {
      Group other =
          vague.members.values().stream().anyMatch(pair::holds) && group(pair.a) == vague
              ? group(pair.b)
              : group(pair.a);
      if (compatible(vague, other)) {
        if (home != null && home != other) {
          return null;
        }
        home = other;
        best = Math.max(best, pair.score);
      }
    }
    return best >= Comparison.SAME ? home : null;
  }

  private Group group(Node node) {
    return Objects.requireNonNull(groupOf.get(node));
  }
}
