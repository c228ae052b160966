package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.report.EventReport;
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
    SeriesIndex index = new SeriesIndex(incidents);
    List<Series> series = linker.series().stream().map(index::reconcile).toList();
    return new Resolution(incidents, series, ids);
  }

  /** Finds the incidents that can be members of a sum. */
  private static final class SeriesIndex {

    private final Map<String, List<Incident>> byArticle = new TreeMap<>();
    private final Map<String, List<Incident>> byCountry = new TreeMap<>();

    SeriesIndex(List<Incident> incidents) {
      for (Incident incident : incidents) {
        incident.reports().stream()
            .map(report -> report.report().article().value())
            .distinct()
            .forEach(article -> file(byArticle, article, incident));
        incident.reports().stream()
            .map(report -> report.report().place())
            .map(place -> place == null ? "" : PlaceFit.country(place))
            .distinct()
            .forEach(country -> file(byCountry, country, incident));
      }
    }

    private static void file(Map<String, List<Incident>> map, String key, Incident incident) {
      map.computeIfAbsent(key, k -> new ArrayList<>()).add(incident);
    }

    Series reconcile(DatedReport sum) {
      String article = sum.report().article().value();
      List<Incident> here =
          byArticle.getOrDefault(article, List.of()).stream().filter(i -> fits(sum, i)).toList();
      List<String> named = here.stream().map(Incident::id).toList();
      List<String> elsewhere = new ArrayList<>();
      if (TimeFit.isBounded(sum.window()) && sum.report().place() != null) {
        String country = PlaceFit.country(sum.report().place());
        for (Incident incident : byCountry.getOrDefault(country, List.of())) {
          if (!named.contains(incident.id()) && knows(incident) && fits(sum, incident)) {
            elsewhere.add(incident.id());
          }
        }
      }
      return new Series(sum, named, elsewhere);
    }

    private static boolean knows(Incident incident) {
      return incident.reports().stream().anyMatch(report -> !Comparison.isVague(report));
    }

    /**
     * Whether some report of the incident can be one of the sum: type, days, place and actor agree.
     */
    private static boolean fits(DatedReport sum, Incident incident) {
      return incident.reports().stream().anyMatch(report -> fits(sum, report));
    }

    private static boolean fits(DatedReport sum, DatedReport member) {
      EventReport whole = sum.report();
      EventReport part = member.report();
      Reason actors = PartyFit.compare(Reason.Aspect.ACTORS, whole.actors(), part.actors());
      return !TypeFit.compare(whole.type(), part.type()).excludes()
          && sum.window().overlaps(member.window())
          && !PlaceFit.compare(whole.place(), part.place()).excludes()
          && (actors == null || actors.weight() > 0);
    }
  }
}
