package org.isnad.core.mention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days, both ends included (codebook section 5), ISO 8601 calendar.
 *
 * @param earliest first day, or null where open
 * @param latest last day, or null where open
 */
public record DateWindow(@Nullable LocalDate earliest, @Nullable LocalDate latest) {

  /** Nothing is known. */
  public static final DateWindow OPEN = new DateWindow(null, null);

  /** Rejects windows that run backwards. */
  public DateWindow {
    if (earliest != null && latest != null && latest.isBefore(earliest)) {
      throw new IllegalArgumentException("no window: " + earliest + " to " + latest);
    }
  }

  /** One day. */
  public static DateWindow on(LocalDate day) {
    return new DateWindow(day, day);
  }

  /** Whether the two share a day; an open end reaches everywhere. */
  public boolean overlaps(DateWindow other) {
    return notAfter(earliest, other.latest) && notAfter(other.earliest, latest);
  }

  /** Whether one known day is meant. */
  public boolean isOneDay() {
    return earliest != null && earliest.equals(latest);
  }

  private static boolean notAfter(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || b == null || !a.isAfter(b);
  }
}
