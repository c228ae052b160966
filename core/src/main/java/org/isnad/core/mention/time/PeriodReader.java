package org.isnad.core.mention.time;

import java.time.DayOfWeek;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Part;
import org.isnad.core.mention.TimeValue.Reference;
import org.isnad.core.mention.TimeValue.Unit;
import org.jspecify.annotations.Nullable;

/** Reads a piece of a larger period: a week of a month, a weekday of a week, a quarter, a rest. */
record PeriodReader(Captures captures, boolean future) {

  private static final int LAST = -1;

  /** More weeks than a year has are numbered nowhere. */
  private static final int MOST = 53;

  @Nullable TimeValue value(String kind) {
    return switch (kind) {
      case "weekend" -> weekend();
      case "week-around" -> around();
      case "year-before" -> yearBefore();
      case "weekday-of-month" -> weekdayOfMonth();
      default -> piece(kind, period());
    };
  }

  private @Nullable TimeValue piece(String kind, @Nullable TimeValue period) {
    if (period == null) {
      return null;
    }
    return switch (kind) {
      case "week-of" -> isYearOrMonth(period) ? weekOf(period) : null;
      case "weekday-of" -> weekdayOf(period);
      case "division" -> isYearOrMonth(period) ? division(period) : null;
      case "portion" -> portion(period);
      case "ten-days" -> tenDays(period);
      case "so-far" -> new TimeValue.SoFar(period);
      default -> new TimeValue.Rest(period);
    };
  }

  /** The month, the year or the unit that the match names; null where it names none. */
  @Nullable TimeValue period() {
    Integer month = captures.month();
    Integer year = captures.year();
    Reference reference = captures.reference("q", "far", Reference.NEAREST);
    if (month != null) {
      return captures.inYear(
          new TimeValue.Month(year, month, Part.WHOLE, captures.isIslamic(), reference));
    }
    Unit unit = captures.unit("u");
    if (unit != null) {
      boolean near = reference == Reference.NEAREST;
      boolean small = unit == Unit.HOUR || unit == Unit.MINUTE;
      return small
          ? null
          : new TimeValue.Relative(unit, near ? Reference.THIS : reference, Part.WHOLE);
    }
    return year == null ? null : new TimeValue.Year(year, Part.WHOLE);
  }

  private static boolean isYearOrMonth(TimeValue period) {
    return period instanceof TimeValue.Year
        || period instanceof TimeValue.Month
        || period instanceof TimeValue.InYear
        || period instanceof TimeValue.Relative relative
            && (relative.unit() == Unit.YEAR || relative.unit() == Unit.MONTH);
  }

  /** The rank that a piece has: the last, or the number of its ordinal; 1 where none is given. */
  private @Nullable Integer rank() {
    if (captures.match().capture("end") != null) {
      return LAST;
    }
    Integer ordinal = Integer.valueOf(1);
    if (captures.match().capture("o") != null) {
      ordinal = captures.number("o");
    }
    return ordinal == null || ordinal < 1 || ordinal > MOST ? null : ordinal;
  }

  private @Nullable TimeValue weekOf(TimeValue period) {
    Integer rank = rank();
    return rank == null ? null : new TimeValue.WeekOf(period, rank);
  }

  private @Nullable TimeValue weekdayOf(TimeValue period) {
    Integer rank = rank();
    DayOfWeek day = captures.weekday("w");
    return rank == null || day == null ? null : new TimeValue.WeekdayOf(period, day, rank);
  }

  /** "the first Sunday" and no more is one of this month. */
  private @Nullable TimeValue weekdayOfMonth() {
    return captures.standsAlone()
        ? weekdayOf(new TimeValue.Relative(Unit.MONTH, Reference.THIS, Part.WHOLE))
        : null;
  }

  private @Nullable TimeValue division(TimeValue period) {
    Integer parts = captures.attribute("division", "parts");
    Integer rank = rank();
    if (parts == null || rank == null || rank > parts) {
      return null;
    }
    return new TimeValue.Division(period, rank == LAST ? parts : rank, parts);
  }

  private @Nullable TimeValue portion(TimeValue period) {
    Integer amount =
        captures.match().capture("n") == null ? Integer.valueOf(2) : captures.number("n");
    Unit unit = captures.unit("units");
    boolean end = captures.match().capture("end") != null;
    return amount == null || unit == null || amount < 1
        ? null
        : new TimeValue.Portion(period, unit, amount, end);
  }

  private TimeValue tenDays(TimeValue period) {
    return new TimeValue.Portion(period, Unit.DAY, 10, captures.match().capture("end") != null);
  }

  private TimeValue weekend() {
    Reference otherwise =
        captures.match().capture("this") != null
            ? Reference.THIS
            : future ? Reference.THIS : Reference.NEAREST;
    return new TimeValue.Weekend(captures.reference("q", "far", otherwise));
  }

  private @Nullable TimeValue around() {
    Integer day = captures.number("d");
    Integer month = captures.month();
    return day == null || month == null || day < 1 || day > 31
        ? null
        : new TimeValue.WeekAround(
            new TimeValue.Date(captures.year(), month, day, captures.isIslamic(), null));
  }

  /** "on this day last year". */
  private static TimeValue yearBefore() {
    return new TimeValue.Anniversary(1);
  }
}
