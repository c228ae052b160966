package org.isnad.core.dating;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Reference;
import org.isnad.core.mention.TimeValue.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of periods: a week of a month, a quarter of a year, the rest of a week. Weeks run from
 * Monday to Sunday, and a week belongs to the month or year that holds its Thursday (ISO 8601).
 */
final class PeriodResolver {

  private static final int MONTHS = 12;

  private PeriodResolver() {}

  static DateWindow weekdayOf(DateWindow period, DayOfWeek day, int ordinal) {
    LocalDate from = period.earliest();
    LocalDate to = period.latest();
    if (from == null || to == null) {
      return DateWindow.OPEN;
    }
    LocalDate found =
        ordinal < 0
            ? to.with(TemporalAdjusters.previousOrSame(day))
            : from.with(TemporalAdjusters.nextOrSame(day)).plusWeeks(ordinal - 1L);
    if (found.isBefore(from) || found.isAfter(to)) {
      throw new DateTimeException("no such weekday in the period");
    }
    return DateWindow.on(found);
  }

  static DateWindow weekOf(DateWindow period, int ordinal) {
    DateWindow thursday = weekdayOf(period, DayOfWeek.THURSDAY, ordinal);
    LocalDate day = thursday.earliest();
    return day == null ? DateWindow.OPEN : week(day);
  }

  /** The week that holds the day. */
  static DateWindow week(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new DateWindow(monday, monday.plusDays(6));
  }

  /**
   * Saturday and Sunday, the last days of an ISO week; which days are free differs from country to
   * country. Without another word it is the last one that has begun.
   */
  static DateWindow weekend(Reference reference, LocalDate today) {
    LocalDate saturday =
        today
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .plusDays(5)
            .plusWeeks(TimeValue.steps(reference));
    boolean ahead = reference == Reference.NEAREST && saturday.isAfter(today);
    LocalDate first = ahead ? saturday.minusWeeks(1) : saturday;
    return new DateWindow(first, first.plusDays(1));
  }

  /** Equal parts: of a year in months, of a month in days. */
  static DateWindow division(DateWindow period, int number, int parts) {
    LocalDate from = period.earliest();
    LocalDate to = period.latest();
    if (from == null || to == null) {
      return DateWindow.OPEN;
    }
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    boolean year = days > 360;
    LocalDate first =
        year
            ? from.plusMonths((long) MONTHS / parts * (number - 1))
            : from.plusDays(days / parts * (number - 1));
    LocalDate next = year ? first.plusMonths((long) MONTHS / parts) : first.plusDays(days / parts);
    return new DateWindow(first, number == parts ? to : next.minusDays(1));
  }

  static DateWindow portion(DateWindow period, Unit unit, int amount, boolean fromEnd) {
    LocalDate from = period.earliest();
    LocalDate to = period.latest();
    if (from == null || to == null) {
      return DateWindow.OPEN;
    }
    LocalDate inner =
        fromEnd
            ? TimeResolver.move(to.plusDays(1), unit, -amount)
            : TimeResolver.move(from, unit, amount).minusDays(1);
    if (inner.isBefore(from) || inner.isAfter(to)) {
      throw new DateTimeException("longer than the period");
    }
    return fromEnd ? new DateWindow(inner, to) : new DateWindow(from, inner);
  }

  static DateWindow rest(DateWindow period, LocalDate today) {
    LocalDate from = period.earliest();
    LocalDate to = period.latest();
    boolean runs = from != null && from.isBefore(today) && (to == null || !to.isBefore(today));
    return runs ? new DateWindow(today, to) : period;
  }

  static DateWindow soFar(DateWindow period, LocalDate today) {
    LocalDate from = period.earliest();
    LocalDate to = period.latest();
    boolean runs = to != null && to.isAfter(today) && (from == null || !from.isAfter(today));
    return runs ? new DateWindow(from, today) : period;
  }

  /**
   * Several shifts one behind the other. Years with months mean a calendar month, smaller units a
   * day (as "three years ago" is a calendar year, codebook section 12).
   */
  static DateWindow sum(List<TimeValue.Shift> shifts, LocalDate today) {
    LocalDate day = today;
    for (TimeValue.Shift shift : shifts) {
      Integer amount = shift.amount().min();
      int sign = shift.future() ? 1 : -1;
      day = TimeResolver.move(day, shift.unit(), sign * (amount == null ? 0 : amount));
    }
    return switch (shifts.getLast().unit()) {
      case YEAR, DECADE, CENTURY ->
          new DateWindow(day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
      case MONTH ->
          new DateWindow(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
      case WEEK, DAY, HOUR, MINUTE -> DateWindow.on(day);
    };
  }

  /** The named days that began last, or those of the year that is named. */
  static DateWindow namedDays(TimeValue.NamedDays days, LocalDate today) {
    LocalDate first = days.islamic() ? islamic(days, today) : gregorian(days, today);
    return new DateWindow(first, first.plusDays(days.length() - 1L));
  }

  private static LocalDate gregorian(TimeValue.NamedDays days, LocalDate today) {
    Integer year = days.year();
    LocalDate first = LocalDate.of(year == null ? today.getYear() : year, days.month(), days.day());
    return year == null && first.isAfter(today) ? first.minusYears(1) : first;
  }

  /** A Gregorian year beside an Islamic feast is the year in which the feast falls. */
  private static LocalDate islamic(TimeValue.NamedDays days, LocalDate today) {
    Integer year = days.year();
    LocalDate limit = year == null || year < 1600 ? today : LocalDate.of(year, 12, 31);
    int count =
        year != null && year < 1600
            ? year
            : HijrahChronology.INSTANCE.date(limit).get(ChronoField.YEAR);
    LocalDate first = LocalDate.from(HijrahDate.of(count, days.month(), days.day()));
    return first.isAfter(limit) && (year == null || year >= 1600)
        ? LocalDate.from(HijrahDate.of(count - 1, days.month(), days.day()))
        : first;
  }

  /** The same time with a year. */
  static TimeValue withYear(TimeValue time, int year) {
    return switch (time) {
      case TimeValue.Date date when !date.islamic() ->
          new TimeValue.Date(year, date.month(), date.day(), false, date.weekday());
      case TimeValue.Month month when !month.islamic() ->
          new TimeValue.Month(year, month.month(), month.part(), false, month.reference());
      case TimeValue.Season season ->
          new TimeValue.Season(season.firstMonth(), year, season.reference());
      case TimeValue.NamedDays days ->
          new TimeValue.NamedDays(year, days.month(), days.day(), days.length(), days.islamic());
      case TimeValue.Range range ->
          new TimeValue.Range(withYear(range.from(), year), withYear(range.to(), year));
      default -> time;
    };
  }

  static DateWindow before(DateWindow limit) {
    return new DateWindow(null, plus(limit.earliest(), -1));
  }

  static DateWindow after(DateWindow limit, LocalDate today) {
    LocalDate from = plus(limit.latest(), 1);
    return new DateWindow(from, from == null || from.isAfter(today) ? null : today);
  }

  /** The day, moved; an open window stays open. */
  static DateWindow beside(DateWindow day, int offset) {
    return new DateWindow(plus(day.earliest(), offset), plus(day.latest(), offset));
  }

  private static @Nullable LocalDate plus(@Nullable LocalDate day, int offset) {
    return day == null ? null : day.plusDays(offset);
  }
}
