package org.isnad.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.core.incident.IncidentIds;
import org.isnad.store.ReportPlace;
import org.jspecify.annotations.Nullable;

/**
 * Reports that another version of the program numbers otherwise, known again by their event words,
 * so that the identifiers of incidents and the decisions on them stay with the same reports.
 *
 * @param names earlier ids to the ids of now, of those that differ
 * @param gone earlier ids that no report answers to any more
 */
record Renumbering(Map<String, String> names, Set<String> gone) {

  /** From the reports as stored to those of now. */
  static Renumbering between(List<ReportPlace> before, List<ReportPlace> now) {
    Map<String, List<ReportPlace>> older = byArticle(before);
    Map<String, List<ReportPlace>> newer = byArticle(now);
    Renumbering all = new Renumbering(new TreeMap<>(), new TreeSet<>());
    older.forEach((article, reports) -> all.match(reports, newer.getOrDefault(article, List.of())));
    return all;
  }

  /** The identifiers of before, held by the reports of now. */
  IncidentIds carry(IncidentIds before) {
    Map<String, String> ids = new TreeMap<>();
    Map<String, String> smallest = new TreeMap<>();
    before
        .ids()
        .forEach(
            (report, incident) -> {
              if (!gone.contains(report)) {
                String now = names.getOrDefault(report, report);
                ids.put(now, incident);
                smallest.merge(incident, now, (a, b) -> a.compareTo(b) <= 0 ? a : b);
              }
            });
    Map<String, String> anchors = new TreeMap<>();
    before
        .anchors()
        .forEach(
            (incident, anchor) -> {
              String now =
                  gone.contains(anchor)
                      ? smallest.get(incident)
                      : names.getOrDefault(anchor, anchor);
              if (now != null) {
                anchors.put(incident, now);
              }
            });
    return new IncidentIds(anchors, ids, before.redirects());
  }

  private void match(List<ReportPlace> older, List<ReportPlace> newer) {
    List<ReportPlace> free = new ArrayList<>(newer);
    List<ReportPlace> open = new ArrayList<>();
    for (ReportPlace report : older) {
      if (!free.removeIf(one -> isSame(one, report))) {
        open.add(report);
      }
    }
    for (ReportPlace report : open) {
      ReportPlace found =
          free.stream()
              .filter(one -> overlap(one, report) > 0)
              .max(Comparator.comparingInt(one -> overlap(one, report)))
              .orElseGet(() -> titled(free, report));
      if (found == null) {
        gone.add(report.id());
      } else {
        free.remove(found);
        names.put(report.id(), found.id());
      }
    }
    names.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
  }

  /** Of reports that only the title names, the one with the same number. */
  private static @Nullable ReportPlace titled(List<ReportPlace> free, ReportPlace report) {
    return free.stream()
        .filter(one -> one.cueStart() == null || report.cueStart() == null)
        .filter(one -> one.id().equals(report.id()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isSame(ReportPlace a, ReportPlace b) {
    return a.id().equals(b.id())
        && java.util.Objects.equals(a.cueStart(), b.cueStart())
        && java.util.Objects.equals(a.cueEnd(), b.cueEnd());
  }

  private static int overlap(ReportPlace a, ReportPlace b) {
    if (a.cueStart() == null || a.cueEnd() == null || b.cueStart() == null || b.cueEnd() == null) {
      return 0;
    }
    return Math.min(a.cueEnd(), b.cueEnd()) - Math.max(a.cueStart(), b.cueStart());
  }

  private static Map<String, List<ReportPlace>> byArticle(List<ReportPlace> reports) {
    Map<String, List<ReportPlace>> byArticle = new TreeMap<>();
    for (ReportPlace report : reports) {
      byArticle.computeIfAbsent(report.article(), article -> new ArrayList<>()).add(report);
    }
    return byArticle;
  }
}
