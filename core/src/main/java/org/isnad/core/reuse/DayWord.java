package org.isnad.core.reuse;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of day words says: a day counted from the day of writing, a weekday, or both
 * ("today (Monday)").
 *
 * @param offset days from the day of writing (0 today, -1 yesterday, -2 the day before, 1
 *     tomorrow), or null where only a weekday is named
 * @param weekday the weekday named, or null
 */
public record DayWord(@Nullable Integer offset, @Nullable DayOfWeek weekday) {

  /** Whether both count from the day of writing and name different days. */
  public boolean shiftedFrom(DayWord other) {
    return offset != null && other.offset != null && !offset.equals(other.offset);
  }

  /** Whether both name a weekday, and not the same. */
  public boolean otherWeekdayThan(DayWord other) {
    return weekday != null && other.weekday != null && weekday != other.weekday;
  }

  /** The two stretches read as one: the first offset and the first weekday found. */
  DayWord and(DayWord next) {
    return new DayWord(
        offset != null ? offset : next.offset, weekday != null ? weekday : next.weekday);
  }
}
