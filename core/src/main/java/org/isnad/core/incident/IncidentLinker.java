package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.report.Scope;
import org.isnad.core.reuse.Lineage;

/**
 * Brings reports of one event together.
 *
 * <p>Reports are added in any order, singly or all at once; the groups come out the same. Adding one
 * compares it with its candidates alone, and only the reports that are linked to it, directly or through
 * others, are grouped anew. Not safe for use by several threads.
 */
public final class IncidentLinker {

  private final Lineage lineage;
  private final TreeMap<String, DatedReport> reports = new TreeMap<>();
  private final TreeMap<String, DatedReport> series = new TreeMap<>();
  private final Map<String, List<Candidate>> blocks = new HashMap<>();
  private final Map<String, TreeMap<String, Comparison>> links = new HashMap<>();
  private final Map<String, List<List<String>>> groupsByComponent = new HashMap<>();
  private final Map<String, TreeSet<String>> components = new HashMap<>();
  private int compared;

  /** A report under a key. */
  private record Candidate(String id, BlockKey.Role role) {}

  /** A linker that knows which passages were copied. */
  public IncidentLinker(Lineage lineage) {
    this.lineage = lineage;
  }

  /** Groups reports all at once. */
  public static List<List<DatedReport>> link(Collection<DatedReport> reports, Lineage lineage) {
    IncidentLinker linker = new IncidentLinker(lineage);
    reports.forEach(linker::add);
    return linker.groups();
  }

  /** Adds a report; one that is already there is left as it is. A series is kept apart. */
  public void add(DatedReport report) {
    if (report.report().scope() == Scope.SERIES) {
      series.putIfAbsent(report.id(), report);
      return;
    }
    if (reports.putIfAbsent(report.id(), report) != null) {
      return;
    }
    links.put(report.id(), new TreeMap<>());
    TreeSet<String> component = new TreeSet<>();
    component.add(report.id());
    components.put(report.id(), component);
    for (String other : candidates(report)) {
      link(report, get(other));
    }
    groupsByComponent.remove(component(report.id()).first());
  }

  /** The groups of single events, each report in one; in the order of their smallest ids. */
  public List<List<DatedReport>> groups() {
    TreeMap<String, List<DatedReport>> groups = new TreeMap<>();
    for (String id : reports.keySet()) {
      TreeSet<String> component = component(id);
      if (component.first().equals(id)) {
        for (List<String> group : groupsByComponent.computeIfAbsent(id, this::cluster)) {
          groups.put(group.getFirst(), group.stream().map(this::get).toList());
        }
      }
    }
    return List.copyOf(groups.values());
  }

  /** The series that were added, in the order of their ids. */
  public List<DatedReport> series() {
    return List.copyOf(series.values());
  }

  /** Number of pairs compared so far. */
  public int compared() {
    return compared;
  }

  /** What speaks for and against two of the reports being of one event. */
  public Comparison compare(String a, String b) {
    Comparison known = links.getOrDefault(a, new TreeMap<>()).get(b);
    return known != null ? known : Comparison.of(get(a), get(b), lineage);
  }

  private TreeSet<String> candidates(DatedReport report) {
    TreeSet<String> candidates = new TreeSet<>();
    for (BlockKey key : BlockKey.of(report)) {
      List<Candidate> block = blocks.computeIfAbsent(key.value(), value -> new ArrayList<>());
      for (Candidate candidate : block) {
        if (key.meets(candidate.role)) {
          candidates.add(candidate.id);
        }
      }
      block.add(new Candidate(report.id(), key.role()));
    }
    return candidates;
  }

  private void link(DatedReport a, DatedReport b) {
    Comparison comparison = Comparison.of(a, b, lineage);
    compared++;
    if (comparison.possible()) {
      linksOf(a.id()).put(b.id(), comparison);
      linksOf(b.id()).put(a.id(), comparison);
      join(a.id(), b.id());
    }
  }

  private void join(String a, String b) {
    TreeSet<String> one = component(a);
    TreeSet<String> two = component(b);
    if (one == two) {
      return;
    }
    TreeSet<String> larger = one.size() >= two.size() ? one : two;
    TreeSet<String> smaller = larger == one ? two : one;
    groupsByComponent.remove(larger.first());
    groupsByComponent.remove(smaller.first());
    larger.addAll(smaller);
    smaller.forEach(member -> components.put(member, larger));
  }

  private List<List<String>> cluster(String first) {
    Map<String, Boolean> vague = new TreeMap<>();
    List<Comparison> pairs = new ArrayList<>();
    for (String id : component(first)) {
      vague.put(id, Comparison.isVague(get(id)));
      linksOf(id).tailMap(id, false).values().forEach(pairs::add);
    }
    return new Clustering(vague, pairs, this::compare).groups();
  }

  private TreeSet<String> component(String id) {
    return Objects.requireNonNull(components.get(id), id);
  }

  private TreeMap<String, Comparison> linksOf(String id) {
    return Objects.requireNonNull(links.get(id), id);
  }

  private DatedReport get(String id) {
    return Objects.requireNonNull(reports.get(id), id);
  }
}
