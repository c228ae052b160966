package org.isnad.server;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.isnad.store.Charts.Window;
import org.jspecify.annotations.Nullable;

/**
 * Incidents by days, weeks, months or years. An incident whose days are known only as a window is
 * counted in parts: a day each, where the window has more than one bin; so that the sum over all
 * bins is the number of incidents, and nothing is shown as surer than it is.
 */
final class DayBins {

  /** How long a bin is. */
  enum Step {
    DAY(1),
    WEEK(7),
    MONTH(30),
    YEAR(365);

    private final int days;

    Step(int days) {
      this.days = days;
    }

    private LocalDate start(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    private LocalDate after(LocalDate start) {
      return switch (this) {
        case DAY -> start.plusDays(1);
        case WEEK -> start.plusWeeks(1);
        case MONTH -> start.plusMonths(1);
        case YEAR -> start.plusYears(1);
      };
    }
  }

  /** Bins that a chart still shows as columns one can tell apart. */
  private static final int MOST_BINS = 70;

  /** A window of more days says nothing about when; a year is the longest that texts give. */
  private static final int LONGEST_DAYS = 366;

  /** What falls into one bin: whole incidents, and parts of those that reach beyond it. */
  static final class Bin {
    private int sure;
    private double spread;

    int sure() {
      return sure;
    }

    double spread() {
      return spread;
    }
  }

  /**
   * The bins of one type, by their first days; bins without incidents are left out.
   *
   * @param type published identifier, or null
   */
  record OfType(@Nullable String type, int incidents, TreeMap<LocalDate, Bin> bins) {}

  private final List<Window> dated = new ArrayList<>();
  private @Nullable LocalDate from;
  private @Nullable LocalDate to;
  private int undated;

  DayBins(List<Window> windows) {
    for (Window window : windows) {
      LocalDate first = window.first();
      LocalDate last = window.last();
      if (first == null || last == null || ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
        undated += window.incidents();
      } else {
        dated.add(window);
        from = from == null || first.isBefore(from) ? first : from;
        to = to == null || last.isAfter(to) ? last : to;
      }
    }
  }

  /** First day of all windows, or null where there are none. */
  @Nullable LocalDate from() {
    return from;
  }

  /** Last day of all windows, or null where there are none. */
  @Nullable LocalDate to() {
    return to;
  }

  /** Number of incidents whose window is open or too long to be drawn. */
  int undated() {
    return undated;
  }

  /** The shortest step with which the bins can still be told apart. */
  Step step() {
    if (from == null || to == null) {
      return Step.DAY;
    }
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    for (Step step : Step.values()) {
      if (days / step.days <= MOST_BINS) {
        return step;
      }
    }
    return Step.YEAR;
  }

  /** All types, the most frequent first. */
  List<OfType> types(Step step) {
    TreeMap<String, List<Window>> byType = new TreeMap<>();
    for (Window window : dated) {
      String type = window.type() == null ? "" : window.type();
      byType.computeIfAbsent(type, name -> new ArrayList<>()).add(window);
    }
    List<OfType> types = new ArrayList<>();
    byType.forEach(
        (type, windows) -> types.add(ofType(type.isEmpty() ? null : type, windows, step)));
    types.sort(Comparator.comparingInt((OfType type) -> -type.incidents()));
    return types;
  }

  private static OfType ofType(@Nullable String type, List<Window> windows, Step step) {
    TreeMap<LocalDate, Bin> bins = new TreeMap<>();
    int incidents = 0;
    for (Window window : windows) {
      incidents += window.incidents();
      add(bins, window, step);
    }
    return new OfType(type, incidents, bins);
  }

  private static void add(TreeMap<LocalDate, Bin> bins, Window window, Step step) {
    LocalDate first = window.first();
    LocalDate last = window.last();
    if (first == null || last == null) {
      return;
    }
    if (step.start(first).equals(step.start(last))) {
      bins.computeIfAbsent(step.start(first), day -> new Bin()).sure += window.incidents();
      return;
    }
    double days = ChronoUnit.DAYS.between(first, last) + 1.0;
    LocalDate day = first;
    while (!day.isAfter(last)) {
      LocalDate start = step.start(day);
      LocalDate next = step.after(start);
      LocalDate end = next.isAfter(last) ? last.plusDays(1) : next;
      double part = ChronoUnit.DAYS.between(day, end) / days;
      bins.computeIfAbsent(start, at -> new Bin()).spread += part * window.incidents();
      day = end;
    }
  }
}
