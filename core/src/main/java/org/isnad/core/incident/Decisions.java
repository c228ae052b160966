package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The decisions that count, later ones before earlier ones of the same matter: which reports belong
 * together or apart, and what was said of each incident.
 */
public final class Decisions {

  /** Nobody has decided anything. */
  public static final Decisions NONE = new Decisions(List.of());

  private final List<Decision> counting;
  private final Map<String, Set<String>> together = new HashMap<>();
  private final Map<String, Set<String>> apart = new HashMap<>();

  private Decisions(List<Decision> counting) {
    this.counting = counting;
    for (Decision decision : counting) {
      switch (decision) {
        case Decision.Merge merge -> setAll(merge.reports(), merge.reports(), together, apart);
        case Decision.Split split -> setAll(split.part(), split.rest(), apart, together);
        case Decision.Accept accept -> {}
        case Decision.Publish publish -> {}
        case Decision.Reject reject -> {}
        case Decision.Unsure unsure -> {}
        case Decision.Comment comment -> {}
        case Decision.Edit edit -> {}
        case Decision.Undo undo -> {}
      }
    }
  }

  /** What counts of these decisions, in whatever order they come. */
  public static Decisions of(Collection<Decision> all) {
    List<Decision> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Decision::at).thenComparing(Decision::id));
    Set<String> undone = new HashSet<>();
    for (Decision decision : sorted.reversed()) {
      if (decision instanceof Decision.Undo undo && !undone.contains(undo.id())) {
        undone.add(undo.undone());
      }
    }
    return new Decisions(
        sorted.stream()
            .filter(d -> !(d instanceof Decision.Undo) && !undone.contains(d.id()))
            .toList());
  }

  /** Those that count, oldest first. */
  public List<Decision> counting() {
    return counting;
  }

  /** Ids of the reports that were decided to be of the same event as this one. */
  public Set<String> togetherWith(String report) {
    return new TreeSet<>(together.getOrDefault(report, Set.of()));
  }

  /** Ids of all reports that were decided to be of the same event as another, in their order. */
  public Set<String> joined() {
    Set<String> joined = new TreeSet<>();
    together.forEach(
        (report, others) -> {
          if (!others.isEmpty()) {
            joined.add(report);
          }
        });
    return joined;
  }

  /** Ids of the reports that were decided to be of another event than this one. */
  public Set<String> apartFrom(String report) {
    return new TreeSet<>(apart.getOrDefault(report, Set.of()));
  }

  /** Whether anything was decided about where this report belongs. */
  boolean concern(String report) {
    return !together.getOrDefault(report, Set.of()).isEmpty()
        || !apart.getOrDefault(report, Set.of()).isEmpty();
  }

  private static void setAll(
      List<String> left,
      List<String> right,
      Map<String, Set<String>> into,
      Map<String, Set<String>> outOf) {
    for (String a : left) {
      for (String b : right) {
        if (!a.equals(b)) {
          set(a, b, into, outOf);
          set(b, a, into, outOf);
        }
      }
    }
  }

  private static void set(
      String a, String b, Map<String, Set<String>> into, Map<String, Set<String>> outOf) {
    into.computeIfAbsent(a, report -> new TreeSet<>()).add(b);
    outOf.getOrDefault(a, new TreeSet<>()).remove(b);
  }
}
