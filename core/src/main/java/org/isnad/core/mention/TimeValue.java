package org.isnad.core.mention;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of time means, relative to a clock that is not known yet (codebook section 5).
 * Resolved in {@code dating}.
 */
public sealed interface TimeValue {

  /** Days counted from the clock: today 0, yesterday -1; with the weekday where it is named too. */
  record Day(int offset, @Nullable DayOfWeek weekday, boolean night) implements TimeValue {}

  /** A weekday: the nearest not after the clock, the one strictly before, or the one after. */
  record Weekday(DayOfWeek day, Reference reference) implements TimeValue {}

  /**
   * A calendar day; what is null is taken from the clock.
   *
   * @param year Gregorian or Islamic year, or null
   * @param month 1 to 12, or null for the month of the clock
   * @param day 1 to 31
   * @param islamic whether the date is of the Islamic calendar (Umm al-Qura)
   * @param weekday the weekday named beside it, or null
   */
  record Date(
      @Nullable Integer year,
      @Nullable Integer month,
      int day,
      boolean islamic,
      @Nullable DayOfWeek weekday)
      implements TimeValue {}

  /**
   * A month or a part of one.
   *
   * @param year the year, or null for the nearest such month
   * @param month 1 to 12
   * @param part which third of it
   * @param islamic whether it is of the Islamic calendar
   * @param reference which one, where no year is given
   */
  record Month(@Nullable Integer year, int month, Part part, boolean islamic, Reference reference)
      implements TimeValue {}

  /** A numbered day of the month before, around or after the clock. */
  record DayOfMonth(int day, Reference reference) implements TimeValue {}

  /** A year or a part of one. */
  record Year(int year, Part part) implements TimeValue {}

  /** A season; its year is named or relative to the clock. */
  record Season(int firstMonth, @Nullable Integer year, Reference reference) implements TimeValue {}

  /** The unit before, around or after the clock: last week, this month, next year. */
  record Relative(Unit unit, Reference reference, Part part) implements TimeValue {}

  /** So many units before or after the clock. */
  record Shift(Unit unit, Quantity amount, boolean future) implements TimeValue {}

  /** The last or next so many units, up to the clock; no amount leaves the far end open. */
  record Span(Unit unit, @Nullable Quantity amount, boolean future) implements TimeValue {}

  /** From the start of a time to the clock. */
  record Since(TimeValue start) implements TimeValue {}

  /** Up to a time. */
  record Until(TimeValue end) implements TimeValue {}

  /** From one time to another, both included. */
  record Range(TimeValue from, TimeValue to) implements TimeValue {}

  /** Ten years by name. */
  record Decade(int firstYear) implements TimeValue {}

  /** Units of time. */
  enum Unit {
    /** Minutes. */
    MINUTE,
    /** Hours. */
    HOUR,
    /** Days. */
    DAY,
    /** Weeks, Monday to Sunday (ISO 8601). */
    WEEK,
    /** Calendar months. */
    MONTH,
    /** Calendar years. */
    YEAR,
    /** Ten years. */
    DECADE,
    /** A hundred years. */
    CENTURY
  }

  /** Parts of a period, as codebook section 5 bounds them. */
  enum Part {
    /** All of it. */
    WHOLE,
    /** Its beginning. */
    EARLY,
    /** Its middle. */
    MID,
    /** Its end. */
    LATE
  }

  /** Which of several. */
  enum Reference {
    /** The nearest that is not after the clock. */
    NEAREST,
    /** Strictly before the clock. */
    LAST,
    /** The one that runs at the clock. */
    THIS,
    /** Strictly after the clock. */
    NEXT
  }
}
