package org.isnad.core.dating;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.HijrahChronology;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.UnaryOperator;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Part;
import org.isnad.core.mention.TimeValue.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Reads what expressions of time mean against a clock (codebook section 5). Where the clock is
 * itself a window, the answer holds every day that some day of it would give.
 */
public final class TimeResolver {

  /** How many months ahead a date with a fitting weekday is expected rather than recalled. */
  private static final int SOON = 6;

  /** A day of the last months is recalled rather than announced. */
  private static final int RECENT = 2;

  /** How many months back a day of the month is looked for. */
  private static final int YEAR_BACK = 12;

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
      case TimeValue.Compound compound -> compound(compound, today);
    };
  }

  private static Resolution compound(TimeValue.Compound value, LocalDate today) {
    return switch (value) {
      case TimeValue.WeekdayOf v ->
          within(v.period(), today, p -> PeriodResolver.weekdayOf(p, v.day(), v.ordinal()));
      case TimeValue.WeekOf v ->
          within(v.period(), today, p -> PeriodResolver.weekOf(p, v.ordinal()));
      case TimeValue.Division v ->
          within(v.period(), today, p -> PeriodResolver.division(p, v.number(), v.parts()));
      case TimeValue.Portion v ->
          within(
              v.period(), today, p -> PeriodResolver.portion(p, v.unit(), v.amount(), v.fromEnd()));
      case TimeValue.Rest v -> within(v.period(), today, p -> PeriodResolver.rest(p, today));
      case TimeValue.SoFar v -> within(v.period(), today, p -> PeriodResolver.soFar(p, today));
      case TimeValue.Beside v -> within(v.day(), today, p -> PeriodResolver.beside(p, v.offset()));
      case TimeValue.WeekAround v ->
          within(v.day(), today, p -> p.earliest() == null ? p : PeriodResolver.week(p.earliest()));
      case TimeValue.Before v -> within(v.limit(), today, PeriodResolver::before);
      case TimeValue.After v -> within(v.limit(), today, p -> PeriodResolver.after(p, today));
      case TimeValue.Weekend v -> Resolution.of(PeriodResolver.weekend(v.reference(), today));
      case TimeValue.Sum v -> Resolution.of(PeriodResolver.sum(v.shifts(), today));
      case TimeValue.NamedDays v -> Resolution.of(PeriodResolver.namedDays(v, today));
      case TimeValue.Anniversary v -> Resolution.of(DateWindow.on(today.minusYears(v.years())));
      case TimeValue.InYear v ->
          value(
              PeriodResolver.withYear(v.time(), today.getYear() + TimeValue.steps(v.year())),
              today);
    };
  }

  /** A piece of a period; what is impossible about the period goes with it. */
  private static Resolution within(
      TimeValue period, LocalDate today, UnaryOperator<DateWindow> piece) {
    Resolution whole = value(period, today);
    return new Resolution(piece.apply(whole.window()), whole.conflict());
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
      case BEFORE_LAST -> today.with(TemporalAdjusters.previous(value.day())).minusWeeks(1);
      case AFTER_NEXT -> today.with(TemporalAdjusters.next(value.day())).plusWeeks(1);
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
   * The nearest such day not after today; where its weekday is another one and the next such day is
   * soon and fits, that one.
   */
  private static LocalDate gregorian(TimeValue.Date value, LocalDate today) {
    int month = value.month() == null ? today.getMonthValue() : value.month();
    if (value.year() != null) {
      return LocalDate.of(value.year(), month, value.day());
    }
    LocalDate last = null;
    for (int year = today.getYear(); last == null && year > today.getYear() - 8; year--) {
      LocalDate day = inMonth(YearMonth.of(year, month), value.day());
      last = day == null || day.isAfter(today) ? null : day;
    }
    LocalDate next = last == null ? null : last.plusYears(1);
    boolean coming =
        last != null
            && next != null
            && !fits(value, last)
            && fits(value, next)
            && next.isBefore(today.plusMonths(SOON));
    return last == null
        ? LocalDate.of(today.getYear(), month, value.day())
        : coming && next != null ? next : last;
  }

  /**
   * A day of the month by its number and weekday: the last that fits, if it is not long ago, else
   * the nearest on either side.
   */
  private static LocalDate dayBefore(TimeValue.Date value, LocalDate today) {
    YearMonth month = YearMonth.from(today);
    LocalDate nearest = null;
    LocalDate last = null;
    for (int step = 1; step >= -YEAR_BACK; step--) {
      LocalDate day = inMonth(month.plusMonths(step), value.day());
      if (day == null) {
        continue;
      }
      boolean fits = fits(value, day);
      boolean past = !day.isAfter(today);
      if (fits && past && step >= -RECENT) {
        return day;
      }
      nearest = fits && (nearest == null || isNearer(day, nearest, today)) ? day : nearest;
      last = past && last == null ? day : last;
    }
    if (last == null) {
      throw new DateTimeException("no such day in the year before");
    }
    return nearest == null ? last : nearest;
  }

  private static boolean isNearer(LocalDate a, LocalDate b, LocalDate today) {
    return Math.abs(ChronoUnit.DAYS.between(today, a))
        <= Math.abs(ChronoUnit.DAYS.between(today, b));
  }

  private static boolean fits(TimeValue.Date value, LocalDate day) {
    return value.weekday() == null || day.getDayOfWeek() == value.weekday();
  }

  private static @Nullable LocalDate inMonth(YearMonth month, int day) {
    return day <= month.lengthOfMonth() ? month.atDay(day) : null;
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
    YearMonth month = YearMonth.from(today).plusMonths(TimeValue.steps(value.reference()));
    if (value.reference() != Reference.NEAREST) {
      return DateWindow.on(month.atDay(value.day()));
    }
    LocalDate day = inMonth(month, value.day());
    for (int back = 1; day == null || day.isAfter(today); back++) {
      day = inMonth(month.minusMonths(back), value.day());
    }
    return DateWindow.on(day);
  }

  private static DateWindow month(TimeValue.Month value, LocalDate today) {
    if (value.islamic()) {
      return islamicMonth(value, today);
    }
    YearMonth now = YearMonth.from(today);
    int year = value.year() != null ? value.year() : today.getYear();
    YearMonth month = YearMonth.of(year, value.month());
    if (value.year() == null) {
      month = nearest(month, now, value.reference());
    }
    return part(month.atDay(1), month.atEndOfMonth(), value.part());
  }

  /** This year's month, or the same month of a year that the reference asks for. */
  private static YearMonth nearest(YearMonth month, YearMonth now, Reference reference) {
    return switch (reference) {
      case NEAREST, THIS -> month.isAfter(now) ? month.minusYears(1) : month;
      case LAST -> month.isBefore(now) ? month : month.minusYears(1);
      case NEXT -> month.isAfter(now) ? month : month.plusYears(1);
      case BEFORE_LAST -> month.isBefore(now) ? month.minusYears(1) : month.minusYears(2);
      case AFTER_NEXT -> month.isAfter(now) ? month.plusYears(1) : month.plusYears(2);
    };
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
    int step = TimeValue.steps(value.reference());
    return switch (value.unit()) {
      case WEEK -> week(today.plusWeeks(step), value.part());
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

  /**
   * Its first days count from the Sunday before, the first day of work in most Arab countries;
   * codebook section 5 is silent, so the parts of a week overlap a day rather than miss one.
   */
  private static DateWindow week(LocalDate day, Part part) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return switch (part) {
      case WHOLE -> new DateWindow(monday, monday.plusDays(6));
      case EARLY -> new DateWindow(monday.minusDays(1), monday.plusDays(1));
      case MID -> new DateWindow(monday.plusDays(1), monday.plusDays(3));
      case LATE -> new DateWindow(monday.plusDays(3), monday.plusDays(6));
    };
  }

  private static DateWindow years(int first, int length) {
    return new DateWindow(LocalDate.of(first, 1, 1), LocalDate.of(first + length - 1, 12, 31));
  }

  /** "three years ago" is that calendar year (codebook section 12); smaller units give the day. */
  private static DateWindow shift(TimeValue.Shift value, LocalDate today) {
    int sign = value.future() ? 1 : -1;
    Quantity amount = value.amount();
    int near = amount.min() == null ? 0 : amount.min();
    if (value.unit() == TimeValue.Unit.HOUR || value.unit() == TimeValue.Unit.MINUTE) {
      return value.unit() == TimeValue.Unit.HOUR
          ? hours(today, sign, amount.max() == null ? near : amount.max())
          : DateWindow.on(today);
    }
    LocalDate a = move(today, value.unit(), sign * near);
    LocalDate b = amount.max() == null ? null : move(today, value.unit(), sign * amount.max());
    LocalDate first = value.future() ? a : b;
    LocalDate last = value.future() ? b : a;
    return switch (value.unit()) {
      case YEAR, DECADE, CENTURY -> calendarYears(first, last);
      default -> new DateWindow(first, last);
    };
  }

  private static DateWindow calendarYears(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new DateWindow(
        first == null ? null : first.withDayOfYear(1),
        last == null ? null : last.with(TemporalAdjusters.lastDayOfYear()));
  }

  /** Hours ago fall on the day of the clock or on the days before it. */
  private static DateWindow hours(LocalDate today, int sign, int hours) {
    LocalDate far = today.plusDays((long) sign * ((hours + 23) / 24));
    return sign < 0 ? new DateWindow(far, today) : new DateWindow(today, far);
  }

  /** The day so many units later, or earlier where negative. */
  static LocalDate move(LocalDate day, TimeValue.Unit unit, int amount) {
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

  /** The last units run up to the clock's day and hold it; the next begin on the day after. */
  private static DateWindow span(TimeValue.Span value, LocalDate today) {
    Quantity amount = value.amount();
    boolean hours = value.unit() == TimeValue.Unit.HOUR;
    LocalDate near = value.future() && !hours ? today.plusDays(1) : today;
    Integer most = amount == null ? null : amount.max() == null ? amount.min() : amount.max();
    if (most == null && !hours) {
      return value.future() ? new DateWindow(near, null) : new DateWindow(null, near);
    }
    int sign = value.future() ? 1 : -1;
    int count = most == null ? 1 : most;
    LocalDate far =
        hours
            ? today.plusDays((long) sign * ((count + 23) / 24))
            : move(today, value.unit(), sign * count);
    LocalDate end = far.isBefore(near) && value.future() ? near : far;
    return value.future() ? new DateWindow(near, end) : new DateWindow(end, near);
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
    Resolution from = value(value.from(), today);
    LocalDate start = from.window().earliest();
    if (start != null && end != null && start.isAfter(end)) {
      from = value(value.from(), end);
      start = from.window().earliest();
    }
    String conflict = to.conflict() == null ? from.conflict() : to.conflict();
    boolean ordered = start == null || end == null || !end.isBefore(start);
    return ordered ? new Resolution(new DateWindow(start, end), conflict) : to;
  }

  private static boolean isAbsolute(TimeValue value) {
    return switch (value) {
      case TimeValue.Date date -> date.year() != null;
      case TimeValue.Month month -> month.year() != null;
      case TimeValue.Year year -> true;
      case TimeValue.Decade decade -> true;
      case TimeValue.Season season -> season.year() != null;
      case TimeValue.Range range -> isAbsolute(range.from()) && isAbsolute(range.to());
      case TimeValue.NamedDays days -> days.year() != null;
      case TimeValue.WeekOf week -> isAbsolute(week.period());
      case TimeValue.WeekdayOf day -> isAbsolute(day.period());
      case TimeValue.WeekAround week -> isAbsolute(week.day());
      case TimeValue.Division division -> isAbsolute(division.period());
      case TimeValue.Portion portion -> isAbsolute(portion.period());
      case TimeValue.Beside beside -> isAbsolute(beside.day());
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
