package org.isnad.core.dating;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.HijrahChronology;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Part;
import org.isnad.core.mention.TimeValue.Reference;

/**
 * Reads what expressions of time mean against a clock (codebook section 5). Where the clock is
 * itself a window, the answer holds every day that some day of it would give.
 */
public final class TimeResolver {

  private TimeResolver() {}

  /** The days that {@code value} means when "today" is one of the days of {@code clock}. */
  public static Resolution resolve(TimeValue value, Clock clock) {
    LocalDate earliest = clock.earliest();
    LocalDate latest = clock.latest();
    if (earliest != null && earliest.equals(latest)) {
      return resolve(value, earliest);
    }
    if (isAbsolute(value)) {
      return resolve(
          value, latest != null ? latest : earliest != null ? earliest : LocalDate.of(2000, 1, 1));
    }
    LocalDate from =
        earliest == null ? null : resolve(value, first(clock, earliest)).window().earliest();
    LocalDate to = latest == null ? null : resolve(value, last(clock, latest)).window().latest();
    boolean ordered = from == null || to == null || !to.isBefore(from);
    return Resolution.of(ordered ? new DateWindow(from, to) : DateWindow.OPEN);
  }

  /** The days that {@code value} means when "today" is {@code day}. */
  public static Resolution resolve(TimeValue value, LocalDate day) {
    try {
      return value(value, day);
    } catch (DateTimeException e) {
      return new Resolution(DateWindow.OPEN, "no such day in the calendar");
    }
  }

  private static Resolution value(TimeValue value, LocalDate today) {
    return switch (value) {
      case TimeValue.Day day -> day(day, today);
      case TimeValue.Weekday weekday -> Resolution.of(DateWindow.on(weekday(weekday, today)));
      case TimeValue.Date date -> date(date, today);
      case TimeValue.DayOfMonth day -> Resolution.of(dayOfMonth(day, today));
      case TimeValue.Month month -> Resolution.of(month(month, today));
      case TimeValue.Year year -> Resolution.of(year(year.year(), year.part()));
      case TimeValue.Season season -> Resolution.of(season(season, today));
      case TimeValue.Relative relative -> Resolution.of(relative(relative, today));
      case TimeValue.Shift shift -> Resolution.of(shift(shift, today));
      case TimeValue.Span span -> Resolution.of(span(span, today));
      case TimeValue.Since since -> since(since, today);
      case TimeValue.Until until ->
          Resolution.of(new DateWindow(null, value(until.end(), today).window().latest()));
      case TimeValue.Range range -> range(range, today);
      case TimeValue.Decade decade ->
          Resolution.of(
              new DateWindow(
                  LocalDate.of(decade.firstYear(), 1, 1),
                  LocalDate.of(decade.firstYear() + 9, 12, 31)));
    };
  }

  private static Resolution day(TimeValue.Day value, LocalDate today) {
    LocalDate day = today.plusDays(value.offset());
    if (value.weekday() != null && day.getDayOfWeek() != value.weekday()) {
      String conflict = day + " is no " + value.weekday();
      return new Resolution(DateWindow.on(nearest(value.weekday(), today)), conflict);
    }
    return Resolution.of(value.night() ? new DateWindow(day, day.plusDays(1)) : DateWindow.on(day));
  }

  private static LocalDate weekday(TimeValue.Weekday value, LocalDate today) {
    return switch (value.reference()) {
      case NEAREST, THIS -> nearest(value.day(), today);
      case LAST -> today.with(TemporalAdjusters.previous(value.day()));
      case NEXT -> today.with(TemporalAdjusters.next(value.day()));
    };
  }

  private static LocalDate nearest(DayOfWeek day, LocalDate today) {
    return today.with(TemporalAdjusters.previousOrSame(day));
  }

  private static Resolution date(TimeValue.Date value, LocalDate today) {
    if (value.islamic()) {
      return Resolution.of(DateWindow.on(islamic(value, today)));
    }
    LocalDate day = value.month() == null ? dayBefore(value, today) : gregorian(value, today);
    boolean fits = value.weekday() == null || day.getDayOfWeek() == value.weekday();
    return new Resolution(DateWindow.on(day), fits ? null : day + " is no " + value.weekday());
  }

  /**
   * The nearest such day not after today; where a weekday is named too, the nearest that fits it.
   */
  private static LocalDate gregorian(TimeValue.Date value, LocalDate today) {
    int month = value.month() == null ? today.getMonthValue() : value.month();
    if (value.year() != null) {
      return LocalDate.of(value.year(), month, value.day());
    }
    LocalDate nearest = null;
    for (int year = today.getYear(); year > today.getYear() - 8; year--) {
      if (value.day() > YearMonth.of(year, month).lengthOfMonth()) {
        continue;
      }
      LocalDate day = LocalDate.of(year, month, value.day());
      if (!day.isAfter(today)) {
        nearest = nearest == null ? day : nearest;
        if (value.weekday() == null || day.getDayOfWeek() == value.weekday()) {
          return day;
        }
      }
    }
    return nearest == null ? LocalDate.of(today.getYear(), month, value.day()) : nearest;
  }

  private static LocalDate dayBefore(TimeValue.Date value, LocalDate today) {
    YearMonth month = YearMonth.from(today);
    for (int back = 0; back < 13; back++) {
      YearMonth candidate = month.minusMonths(back);
      if (value.day() <= candidate.lengthOfMonth()) {
        LocalDate day = candidate.atDay(value.day());
        boolean fits = value.weekday() == null || day.getDayOfWeek() == value.weekday();
        if (!day.isAfter(today) && fits) {
          return day;
        }
      }
    }
    throw new DateTimeException("no such day in the year before");
  }

  private static LocalDate islamic(TimeValue.Date value, LocalDate today) {
    int month = value.month() == null ? 1 : value.month();
    int year =
        value.year() != null
            ? value.year()
            : HijrahChronology.INSTANCE.date(today).get(ChronoField.YEAR);
    LocalDate day = LocalDate.from(HijrahChronology.INSTANCE.date(year, month, value.day()));
    return value.year() == null && day.isAfter(today)
        ? LocalDate.from(HijrahChronology.INSTANCE.date(year - 1, month, value.day()))
        : day;
  }

  private static DateWindow dayOfMonth(TimeValue.DayOfMonth value, LocalDate today) {
    YearMonth month = YearMonth.from(today).plusMonths(step(value.reference()));
    return DateWindow.on(month.atDay(value.day()));
  }

  private static DateWindow month(TimeValue.Month value, LocalDate today) {
    if (value.islamic()) {
      return islamicMonth(value, today);
    }
    YearMonth now = YearMonth.from(today);
    int year = value.year() != null ? value.year() : today.getYear();
    YearMonth month = YearMonth.of(year, value.month());
    if (value.year() == null) {
      boolean tooLate =
          month.isAfter(now) || value.reference() == Reference.LAST && month.equals(now);
      month =
          value.reference() == Reference.NEXT
              ? (month.isAfter(now) ? month : month.plusYears(1))
              : tooLate ? month.minusYears(1) : month;
    }
    return part(month.atDay(1), month.atEndOfMonth(), value.part());
  }

  private static DateWindow islamicMonth(TimeValue.Month value, LocalDate today) {
    int year =
        value.year() != null
            ? value.year()
            : HijrahChronology.INSTANCE.date(today).get(ChronoField.YEAR);
    LocalDate first = LocalDate.from(HijrahChronology.INSTANCE.date(year, value.month(), 1));
    if (value.year() == null && first.isAfter(today)) {
      first = LocalDate.from(HijrahChronology.INSTANCE.date(year - 1, value.month(), 1));
    }
    int length = HijrahChronology.INSTANCE.date(first).lengthOfMonth();
    return part(first, first.plusDays(length - 1L), value.part());
  }

  /** Thirds of a month: 1 to 10, 11 to 20, 21 to its end (codebook section 5). */
  private static DateWindow part(LocalDate first, LocalDate last, Part part) {
    return switch (part) {
      case WHOLE -> new DateWindow(first, last);
      case EARLY -> new DateWindow(first, first.plusDays(9));
      case MID -> new DateWindow(first.plusDays(10), first.plusDays(19));
      case LATE -> new DateWindow(first.plusDays(20), last);
    };
  }

  /** Parts of a year: January to March, May to August, October to December (codebook section 5). */
  private static DateWindow year(int year, Part part) {
    return switch (part) {
      case WHOLE -> new DateWindow(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      case EARLY -> new DateWindow(LocalDate.of(year, 1, 1), LocalDate.of(year, 3, 31));
      case MID -> new DateWindow(LocalDate.of(year, 5, 1), LocalDate.of(year, 8, 31));
      case LATE -> new DateWindow(LocalDate.of(year, 10, 1), LocalDate.of(year, 12, 31));
    };
  }

  private static DateWindow season(TimeValue.Season value, LocalDate today) {
    LocalDate first =
        LocalDate.of(value.year() != null ? value.year() : today.getYear(), value.firstMonth(), 1);
    if (value.year() == null) {
      boolean last =
          value.reference() == Reference.LAST && !first.plusMonths(3).minusDays(1).isBefore(today);
      boolean future = value.reference() != Reference.NEXT && first.isAfter(today);
      first =
          last || future
              ? first.minusYears(1)
              : value.reference() == Reference.NEXT && !first.isAfter(today)
                  ? first.plusYears(1)
                  : first;
    }
    return new DateWindow(first, first.plusMonths(3).minusDays(1));
  }

  private static DateWindow relative(TimeValue.Relative value, LocalDate today) {
    int step = step(value.reference());
    return switch (value.unit()) {
      case WEEK -> {
        LocalDate monday =
            today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(step);
        yield new DateWindow(monday, monday.plusDays(6));
      }
      case MONTH -> {
        YearMonth month = YearMonth.from(today).plusMonths(step);
        yield part(month.atDay(1), month.atEndOfMonth(), value.part());
      }
      case YEAR -> year(today.getYear() + step, value.part());
      case DECADE -> years(today.getYear() / 10 * 10 + 10 * step, 10);
      case CENTURY -> years(today.getYear() / 100 * 100 + 1 + 100 * step, 100);
      case DAY, HOUR, MINUTE -> DateWindow.on(today.plusDays(step));
    };
  }

  private static DateWindow years(int first, int length) {
    return new DateWindow(LocalDate.of(first, 1, 1), LocalDate.of(first + length - 1, 12, 31));
  }

  private static int step(Reference reference) {
    return reference == Reference.LAST ? -1 : reference == Reference.NEXT ? 1 : 0;
  }

  /** "three years ago" is that calendar year (codebook section 12); smaller units give the day. */
  private static DateWindow shift(TimeValue.Shift value, LocalDate today) {
    int sign = value.future() ? 1 : -1;
    Quantity amount = value.amount();
    int near = amount.min() == null ? 1 : amount.min();
    int far = amount.max() == null ? near : amount.max();
    LocalDate a = move(today, value.unit(), sign * near);
    LocalDate b = move(today, value.unit(), sign * far);
    LocalDate first = a.isBefore(b) ? a : b;
    LocalDate last = a.isBefore(b) ? b : a;
    return switch (value.unit()) {
      case YEAR, DECADE, CENTURY ->
          new DateWindow(first.withDayOfYear(1), last.with(TemporalAdjusters.lastDayOfYear()));
      case HOUR -> hours(today, sign, near);
      default -> new DateWindow(first, last);
    };
  }

  /** Hours ago fall on the day of the clock or on the days before it. */
  private static DateWindow hours(LocalDate today, int sign, int hours) {
    LocalDate far = today.plusDays((long) sign * ((hours + 23) / 24));
    return sign < 0 ? new DateWindow(far, today) : new DateWindow(today, far);
  }

  private static LocalDate move(LocalDate day, TimeValue.Unit unit, int amount) {
    return switch (unit) {
      case MINUTE -> day;
      case HOUR -> day.plusDays(amount / 24);
      case DAY -> day.plusDays(amount);
      case WEEK -> day.plusWeeks(amount);
      case MONTH -> day.plusMonths(amount);
      case YEAR -> day.plusYears(amount);
      case DECADE -> day.plus(amount, ChronoUnit.DECADES);
      case CENTURY -> day.plus(amount, ChronoUnit.CENTURIES);
    };
  }

  private static DateWindow span(TimeValue.Span value, LocalDate today) {
    Quantity amount = value.amount();
    if (amount == null || amount.min() == null) {
      return value.future() ? new DateWindow(today, null) : new DateWindow(null, today);
    }
    int sign = value.future() ? 1 : -1;
    LocalDate far =
        value.unit() == TimeValue.Unit.HOUR
            ? today.plusDays((long) sign * ((amount.min() + 23) / 24))
            : move(today, value.unit(), sign * amount.min());
    return value.future() ? new DateWindow(today, far) : new DateWindow(far, today);
  }

  private static Resolution since(TimeValue.Since value, LocalDate today) {
    Resolution start = value(value.start(), today);
    LocalDate from = start.window().earliest();
    boolean past = from == null || !from.isAfter(today);
    return new Resolution(new DateWindow(past ? from : null, today), start.conflict());
  }

  private static Resolution range(TimeValue.Range value, LocalDate today) {
    Resolution to = value(value.to(), today);
    LocalDate end = to.window().latest();
    LocalDate start = value(value.from(), end == null ? today : end).window().earliest();
    boolean ordered = start == null || end == null || !end.isBefore(start);
    return ordered ? new Resolution(new DateWindow(start, end), to.conflict()) : to;
  }

  private static boolean isAbsolute(TimeValue value) {
    return switch (value) {
      case TimeValue.Date date -> date.year() != null;
      case TimeValue.Month month -> month.year() != null;
      case TimeValue.Year year -> true;
      case TimeValue.Decade decade -> true;
      case TimeValue.Season season -> season.year() != null;
      case TimeValue.Range range -> isAbsolute(range.from()) && isAbsolute(range.to());
      default -> false;
    };
  }

  private static LocalDate first(Clock clock, LocalDate from) {
    LocalDate day = from;
    for (int i = 0;
        i < 7 && !clock.weekdays().isEmpty() && !clock.weekdays().contains(day.getDayOfWeek());
        i++) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static LocalDate last(Clock clock, LocalDate to) {
    LocalDate day = to;
    for (int i = 0;
        i < 7 && !clock.weekdays().isEmpty() && !clock.weekdays().contains(day.getDayOfWeek());
        i++) {
      day = day.minusDays(1);
    }
    return day;
  }
}
