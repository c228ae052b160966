package org.isnad.core.mention;

import java.time.DayOfWeek;
import java.util.List;
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

  /** A time told through another one, or through the calendar: pieces, sums, feasts. */
  sealed interface Compound extends TimeValue {}

  /**
   * A weekday of a period: "the first Friday of July", "Sunday of next week".
   *
   * @param period a week, a month or a year
   * @param day which weekday
   * @param ordinal 1 for the first such day of the period, -1 for the last
   */
  record WeekdayOf(TimeValue period, DayOfWeek day, int ordinal) implements Compound {}

  /**
   * A numbered week of a month or year; a week belongs to the period that holds its Thursday (ISO
   * 8601).
   *
   * @param period a month or a year
   * @param ordinal 1 for the first week, -1 for the last
   */
  record WeekOf(TimeValue period, int ordinal) implements Compound {}

  /** The week, Monday to Sunday, that holds a day. */
  record WeekAround(TimeValue day) implements Compound {}

  /** Saturday and Sunday, the end of a week as ISO 8601 counts it. */
  record Weekend(Reference reference) implements Compound {}

  /**
   * One of several equal parts of a period: a quarter or half of a year, a half of a month.
   *
   * @param period a year or a month
   * @param number from 1
   * @param parts how many there are
   */
  record Division(TimeValue period, int number, int parts) implements Compound {}

  /**
   * The first or last so many units of a period: "the first six months of 2023".
   *
   * @param period a month or a year
   * @param unit smaller than the period
   * @param amount how many
   * @param fromEnd whether the last are meant
   */
  record Portion(TimeValue period, Unit unit, int amount, boolean fromEnd) implements Compound {}

  /**
   * A day, month or season of a year told from the clock: "March of last year".
   *
   * @param time what is named without a year
   * @param year which year
   */
  record InYear(TimeValue time, Reference year) implements Compound {}

  /** The clock's day so many years before. */
  record Anniversary(int years) implements Compound {}

  /** Before a time: "before 2012". */
  record Before(TimeValue limit) implements Compound {}

  /** After a time, up to the clock where that is later: "after 2016". */
  record After(TimeValue limit) implements Compound {}

  /** What is left of a period, the clock's day included. */
  record Rest(TimeValue period) implements Compound {}

  /** What has passed of a period, the clock's day included: "earlier this week". */
  record SoFar(TimeValue period) implements Compound {}

  /** Several shifts in one: "a year and two months ago"; all point the same way. */
  record Sum(List<Shift> shifts) implements Compound {
    /** Copies the shifts; there is at least one. */
    public Sum {
      shifts = List.copyOf(shifts);
      if (shifts.isEmpty()) {
        throw new IllegalArgumentException("a sum of no shifts");
      }
    }
  }

  /** So many days beside a day named before: "the same day" 0, "the following day" 1. */
  record Beside(TimeValue day, int offset) implements Compound {}

  /**
   * Days with a name: a feast, an anniversary.
   *
   * @param year Gregorian or Islamic year, or null for the nearest
   * @param month 1 to 12
   * @param day its first day
   * @param length in days
   * @param islamic whether it is of the Islamic calendar (Umm al-Qura)
   */
  record NamedDays(@Nullable Integer year, int month, int day, int length, boolean islamic)
      implements Compound {}

  /** How many units from the clock a reference points: the last is -1. */
  static int steps(Reference reference) {
    return switch (reference) {
      case NEAREST, THIS -> 0;
      case LAST -> -1;
      case NEXT -> 1;
      case BEFORE_LAST -> -2;
      case AFTER_NEXT -> 2;
    };
  }

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
    NEXT,
    /** The one before the last. */
    BEFORE_LAST,
    /** The one after the next. */
    AFTER_NEXT
  }
}
