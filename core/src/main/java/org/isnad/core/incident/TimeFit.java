package org.isnad.core.incident;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.isnad.core.dating.DatedReport;
import org.isnad.core.dating.TimeReading;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.report.EventTime;
import org.jspecify.annotations.Nullable;

/** How the times of two reports fit: any reading of the one with any of the other. */
final class TimeFit {

  /**
   * Days of a window beyond which it says too little to tell events apart: "in the past week" is
   * the widest expression that names one event.
   */
  static final int NARROW_DAYS = 8;

  private static final double SAME_DAY = 2;
  private static final double OVERLAP = 1;
  private static final double NEXT_DAY = -1;

  private static final Set<String> EARLY = Set.of("dawn", "morning");
  private static final Set<String> LATE = Set.of("afternoon", "evening", "night");

  private TimeFit() {}

  /** Whether the window has both ends and is narrow. */
  static boolean isNarrow(DateWindow window) {
    return window.earliest() != null
        && window.latest() != null
        && ChronoUnit.DAYS.between(window.earliest(), window.latest()) < NARROW_DAYS;
  }

  /** Whether the window has both ends. */
  static boolean isBounded(DateWindow window) {
    return window.earliest() != null && window.latest() != null;
  }

  /** The best fit of any two readings. */
  static Reason compare(DatedReport a, DatedReport b) {
    Reason best =
        Reason.excluding(Reason.Aspect.TIME, days(a.window()) + " is not " + days(b.window()));
    for (TimeReading x : a.readings()) {
      for (TimeReading y : b.readings()) {
        Reason fit = compare(bounded(x.window(), a), bounded(y.window(), b));
        if (fit.weight() > best.weight()) {
          best = fit;
        }
      }
    }
    return best;
  }

  /** Whether {@link #compare} excludes nothing: the same without a word of why. */
  static boolean isPossible(DatedReport a, DatedReport b) {
    for (TimeReading x : a.readings()) {
      DateWindow one = bounded(x.window(), a);
      for (TimeReading y : b.readings()) {
        DateWindow two = bounded(y.window(), b);
        if (one.overlaps(two)
            || touches(one.latest(), two.earliest())
            || touches(two.latest(), one.earliest())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the two windows only touch: one ends on the day before the other starts. */
  static boolean isNextDay(Reason fit) {
    return fit.weight() == NEXT_DAY;
  }

  /** How the parts of the day fit, where both name one on the same day; else null. */
  static @Nullable Reason compareHours(DatedReport a, DatedReport b) {
    String x = partOfDay(a);
    String y = partOfDay(b);
    if (x == null || y == null || !a.window().isOneDay() || !a.window().equals(b.window())) {
      return null;
    }
    if (x.equals(y)) {
      return new Reason(Reason.Aspect.HOUR, 1, "both in the " + x);
    }
    boolean apart = EARLY.contains(x) && LATE.contains(y) || LATE.contains(x) && EARLY.contains(y);
    return new Reason(Reason.Aspect.HOUR, apart ? -2 : -0.5, x + " is not " + y);
  }

  private static Reason compare(DateWindow x, DateWindow y) {
    if (x.overlaps(y)) {
      if (x.isOneDay() && x.equals(y)) {
        return new Reason(Reason.Aspect.TIME, SAME_DAY, "both on " + x.earliest());
      }
      boolean narrow = isNarrow(x) && isNarrow(y);
      return new Reason(Reason.Aspect.TIME, narrow ? OVERLAP : 0, days(x) + " overlaps " + days(y));
    }
    if (touches(x.latest(), y.earliest()) || touches(y.latest(), x.earliest())) {
      return new Reason(
          Reason.Aspect.TIME, NEXT_DAY, days(x) + " and " + days(y) + " are a day apart");
    }
    return Reason.excluding(Reason.Aspect.TIME, days(x) + " is not " + days(y));
  }

  /** An open window ends at the latest on the day the report was published. */
  private static DateWindow bounded(DateWindow window, DatedReport report) {
    LocalDate published = report.published().latest();
    if (window.latest() != null || published == null) {
      return window;
    }
    LocalDate earliest = window.earliest();
    return earliest != null && earliest.isAfter(published)
        ? window
        : new DateWindow(earliest, published);
  }

  private static boolean touches(@Nullable LocalDate end, @Nullable LocalDate start) {
    return end != null && start != null && end.plusDays(1).equals(start);
  }

  private static @Nullable String partOfDay(DatedReport report) {
    return switch (report.report().time()) {
      case EventTime.Expressed expressed -> expressed.expression().partOfDay();
      case EventTime.Until until -> null;
      case EventTime.News news -> null;
      case EventTime.Unknown unknown -> null;
    };
  }

  private static String days(DateWindow window) {
    if (window.isOneDay()) {
      return String.valueOf(window.earliest());
    }
    return (window.earliest() == null ? "…" : window.earliest())
        + " to "
        + (window.latest() == null ? "…" : window.latest());
  }
}
