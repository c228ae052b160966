package org.isnad.store;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How exactly the days of an event are known. */
public enum DatePrecision {
  /** One day. */
  DAY,
  /** Seven days or fewer. */
  WEEK,
  /** Thirty-one days or fewer. */
  MONTH,
  /** More than a month. */
  LONGER,
  /** Bounded on one side only. */
  OPEN,
  /** Nothing is known. */
  UNKNOWN;

  private static final int WEEK_DAYS = 7;
  private static final int MONTH_DAYS = 31;

  /** The precision of a window of days, both ends included; null where open. */
  public static DatePrecision of(@Nullable LocalDate first, @Nullable LocalDate last) {
    if (first == null || last == null) {
      return first == null && last == null ? UNKNOWN : OPEN;
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    return days <= 1 ? DAY : days <= WEEK_DAYS ? WEEK : days <= MONTH_DAYS ? MONTH : LONGER;
  }

  /** The name in the API and in exports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
