package org.isnad.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

  /**
   * The same, where only articles are looked at whole of which a report is not where it was.
   *
   * @param before hands over the reports as stored, as often as it is asked
   */
  static Renumbering between(Consumer<Consumer<ReportPlace>> before, DatedArticles now) {
    Set<String> changed = new TreeSet<>();
    before.accept(
        report -> {
          int found = now.find(report.id());
          if (found < 0 || !isSame(now.place(found), report)) {
            changed.add(report.article());
          }
        });
    List<ReportPlace> older = new ArrayList<>();
    List<ReportPlace> newer = new ArrayList<>();
    if (!changed.isEmpty()) {
      before.accept(report -> addIf(changed, report, older));
      IntStream.range(0, now.size()).mapToObj(now::place).forEach(r -> addIf(changed, r, newer));
    }
    return between(older, newer);
  }

  private static void addIf(Set<String> articles, ReportPlace report, List<ReportPlace> to) {
    if (articles.contains(report.article())) {
      to.add(report);
    }
  }

  /**
   * Hands over the incidents of before with their anchors of now: where an anchor is gone, the
   * smallest report that is left.
   *
   * @param anchors hands over ids of incidents and of their anchors, as often as it is asked
   * @param before hands over the reports as stored
   */
  void carry(
      Consumer<BiConsumer<String, String>> anchors,
      Consumer<Consumer<ReportPlace>> before,
      BiConsumer<String, String> incidents) {
    Set<String> lost = new TreeSet<>();
    if (!gone.isEmpty()) {
      anchors.accept(
          (incident, anchor) -> lost.addAll(gone.contains(anchor) ? Set.of(incident) : Set.of()));
    }
    Map<String, String> smallest = new TreeMap<>();
    if (!lost.isEmpty()) {
      before.accept(
          report -> {
            String incident = report.incident();
            if (incident != null && lost.contains(incident) && !gone.contains(report.id())) {
              String now = names.getOrDefault(report.id(), report.id());
              smallest.merge(incident, now, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
          });
    }
    anchors.accept(
        (incident, anchor) -> {
          String now =
              gone.contains(anchor) ? smallest.get(incident) : names.getOrDefault(anchor, anchor);
          if (now != null) {
            incidents.accept(incident, now);
          }
        });
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
