package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.reuse.Lineage;

/**
 * All incidents of a collection, with the sums told beside them.
 *
 * @param incidents in the order of their ids
 * @param series in the order of their reports' ids
 * @param ids identifiers, redirects of merged ones included
 */
public record Resolution(List<Incident> incidents, List<Series> series, IncidentIds ids) {

  /** Copies the lists. */
  public Resolution {
    incidents = List.copyOf(incidents);
    series = List.copyOf(series);
  }

  /** Ids of the sums that each incident can be one of, by its id. */
  public Map<String, List<String>> sums() {
    return sums(series);
  }

  /** The same of sums alone. */
  public static Map<String, List<String>> sums(Collection<Series> series) {
    Map<String, List<String>> sums = new TreeMap<>();
    for (Series one : series) {
      for (List<String> named : List.of(one.namedHere(), one.namedElsewhere())) {
        named.forEach(id -> sums.computeIfAbsent(id, i -> new ArrayList<>()).add(one.id()));
      }
    }
    return sums;
  }

  /** Links reports all at once, with nothing decided. */
  public static Resolution of(
      Collection<DatedReport> reports, Lineage lineage, IncidentIds before) {
    return of(reports, lineage, Decisions.NONE, before);
  }

  /** Links reports all at once, and puts together and takes apart what was decided. */
  public static Resolution of(
      Collection<DatedReport> reports, Lineage lineage, Decisions decisions, IncidentIds before) {
    IncidentLinker linker = new IncidentLinker(lineage, decisions);
    linker.addAll(reports);
    return of(linker, lineage, before);
  }

  /** What a linker has brought together so far. */
  public static Resolution of(IncidentLinker linker, Lineage lineage, IncidentIds before) {
    List<List<DatedReport>> groups = linker.groups();
    IncidentIds ids =
        before.assign(groups.stream().map(g -> g.stream().map(DatedReport::id).toList()).toList());
    List<Incident> incidents = new ArrayList<>();
    for (List<DatedReport> group : groups) {
      incidents.add(Incident.of(ids.idOfReport(group.getFirst().id()), group, lineage));
    }
    incidents.sort(Comparator.comparing(Incident::id));
    TreeMap<String, List<DatedReport>> byId = new TreeMap<>();
    incidents.forEach(incident -> byId.put(incident.id(), incident.reports()));
    SumIndex index = new SumIndex(byId);
    List<Series> series = linker.series().stream().map(index::reconcile).toList();
    return new Resolution(incidents, series, ids);
  }
}
