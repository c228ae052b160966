package org.isnad.core.incident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.report.EventReport;

/**
 * Finds the incidents that can be among the events of a sum (codebook section 3): those of the same
 * article, and in the same country and the sum's days those of others. Incidents are filed by
 * month, so that a sum is not compared with everything that ever happened in its country.
 */
public final class SumIndex {

  /** Months of one report's window under which it is filed; a longer one is asked for every sum. */
  private static final int MOST_MONTHS = 24;

  private static final String EVER = "/ever";

  private final List<String> ids = new ArrayList<>();
  private final List<List<DatedReport>> incidents = new ArrayList<>();
  private final Map<String, List<Integer>> byArticle = new TreeMap<>();
  private final Map<String, List<Integer>> byKey = new TreeMap<>();

  /**
   * An index of these incidents.
   *
   * @param reports of each incident by its id
   */
  public SumIndex(SortedMap<String, List<DatedReport>> reports) {
    reports.forEach(this::add);
  }

  private void add(String id, List<DatedReport> reports) {
    TreeSet<String> articles = new TreeSet<>();
    reports.forEach(report -> articles.add(report.report().article().value()));
    file(byArticle, articles, ids.size());
    file(byKey, memberKeys(reports), ids.size());
    ids.add(id);
    incidents.add(reports);
  }

  /** The sum beside the incidents that can be among it. */
  public Series reconcile(DatedReport sum) {
    List<String> here = new ArrayList<>();
    for (int i : byArticle.getOrDefault(sum.report().article().value(), List.of())) {
      if (fits(sum, incidents.get(i))) {
        here.add(ids.get(i));
      }
    }
    TreeSet<Integer> met = new TreeSet<>();
    sumKeys(sum).forEach(key -> met.addAll(byKey.getOrDefault(key, List.of())));
    List<String> elsewhere = new ArrayList<>();
    for (int i : met) {
      if (!here.contains(ids.get(i)) && isElsewhere(sum, incidents.get(i))) {
        elsewhere.add(ids.get(i));
      }
    }
    return new Series(sum, here, elsewhere);
  }

  /** The keys under which an incident of these reports finds sums that other articles tell. */
  public static SortedSet<String> memberKeys(Collection<DatedReport> reports) {
    TreeSet<String> times = new TreeSet<>();
    TreeSet<String> countries = new TreeSet<>();
    for (DatedReport report : reports) {
      PlaceMention place = report.report().place();
      countries.add(place == null ? "" : PlaceFit.country(place));
      List<YearMonth> months = months(report.window());
      months.forEach(month -> times.add("/" + month));
      if (months.isEmpty()) {
        times.add(EVER);
      }
    }
    TreeSet<String> keys = new TreeSet<>();
    countries.forEach(country -> times.forEach(time -> keys.add(country + time)));
    return keys;
  }

  /** The keys under which a sum finds incidents of other articles; none where it is too vague. */
  public static List<String> sumKeys(DatedReport sum) {
    List<String> keys = new ArrayList<>();
    LocalDate from = sum.window().earliest();
    LocalDate to = sum.window().latest();
    if (from != null && to != null && sum.report().place() != null) {
      String country = PlaceFit.country(sum.report().place());
      keys.add(country + EVER);
      for (YearMonth m = YearMonth.from(from);
          !m.isAfter(YearMonth.from(to));
          m = m.plusMonths(1)) {
        keys.add(country + "/" + m);
      }
    }
    return keys;
  }

  /** Whether an incident that meets the sum under a key can be among it. */
  public static boolean isElsewhere(DatedReport sum, Collection<DatedReport> reports) {
    boolean knows = reports.stream().anyMatch(report -> !Comparison.isVague(report));
    return knows && sharesCountry(sum, reports) && fits(sum, reports);
  }

  /** Whether some report can be one of the sum: type, days, place and actor agree. */
  public static boolean fits(DatedReport sum, Collection<DatedReport> reports) {
    return reports.stream().anyMatch(report -> fits(sum, report));
  }

  private static boolean sharesCountry(DatedReport sum, Collection<DatedReport> reports) {
    String country = sum.report().place() == null ? "" : PlaceFit.country(sum.report().place());
    return reports.stream()
        .map(report -> report.report().place())
        .anyMatch(place -> (place == null ? "" : PlaceFit.country(place)).equals(country));
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

  /** The months of a window; none where it is open or long. */
  private static List<YearMonth> months(DateWindow window) {
    LocalDate from = window.earliest();
    LocalDate to = window.latest();
    List<YearMonth> months = new ArrayList<>();
    if (from == null || to == null || from.plusMonths(MOST_MONTHS).isBefore(to)) {
      return months;
    }
    for (YearMonth m = YearMonth.from(from); !m.isAfter(YearMonth.from(to)); m = m.plusMonths(1)) {
      months.add(m);
    }
    return months;
  }

  private static void file(Map<String, List<Integer>> map, SortedSet<String> keys, int incident) {
    keys.forEach(key -> map.computeIfAbsent(key, k -> new ArrayList<>()).add(incident));
  }
}
