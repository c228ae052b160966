package org.isnad.io.html;

import java.time.LocalDate;
import java.util.List;
import org.isnad.core.article.Markup.DateSource;
import org.jspecify.annotations.Nullable;

/**
 * The publication date that a page's evidence supports.
 *
 * @param date the day, in the outlet's own time where that is told
 * @param source the most trustworthy part of the page that says so
 */
record PageDate(LocalDate date, DateSource source) {

  /**
   * Weighs the candidates. The first in the order of trust stands, unless two others agree against
   * it, or it is only the day of the capture (templates print "now") and another is older.
   *
   * @param candidates in the order of trust
   * @param captured the day on which the page was fetched, or null
   */
  static @Nullable PageDate of(List<DateCandidate> candidates, @Nullable LocalDate captured) {
    List<DateCandidate> possible =
        captured == null
            ? candidates
            : candidates.stream()
                .filter(c -> !c.day().date().isAfter(captured.plusDays(1)))
                .toList();
    if (possible.isEmpty()) {
      return null;
    }
    DateCandidate best = possible.getFirst();
    for (DateCandidate other : possible) {
      boolean now = captured != null && !best.day().date().isBefore(captured);
      boolean older = other.day().date().isBefore(best.day().date().minusDays(1));
      if (older && now || against(best, other) && supported(other, possible)) {
        best = other;
        break;
      }
    }
    return new PageDate(local(best, possible), best.source());
  }

  private static boolean against(DateCandidate a, DateCandidate b) {
    return Math.abs(a.day().date().toEpochDay() - b.day().date().toEpochDay()) > 1;
  }

  /** Whether another part of the page says the same. */
  private static boolean supported(DateCandidate one, List<DateCandidate> all) {
    return all.stream().anyMatch(c -> c.source() != one.source() && !against(c, one));
  }

  /** The next day, where the time is late in UTC and the page prints the next day. */
  private static LocalDate local(DateCandidate best, List<DateCandidate> all) {
    LocalDate next = best.day().date().plusDays(1);
    boolean printed = best.day().next() && all.stream().anyMatch(c -> c.day().date().equals(next));
    return printed ? next : best.day().date();
  }
}
