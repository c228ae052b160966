package org.isnad.core.mention.time;

import java.time.DayOfWeek;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Part;
import org.isnad.core.mention.TimeValue.Reference;
import org.isnad.core.mention.TimeValue.Unit;
import org.jspecify.annotations.Nullable;

/** Reads two ends that share what stands before or behind them; both ends are included. */
record RangeReader(Captures captures) {

  @Nullable TimeValue value(String kind) {
    return switch (kind) {
      case "range-days" -> days();
      case "range-months" -> months();
      case "range-weekdays" -> weekdays();
      default -> years();
    };
  }

  /** "from 3 to 12 February", "between the 4th and the 22nd of next month". */
  private @Nullable TimeValue days() {
    Integer a = captures.number("a");
    Integer b = captures.number("b");
    if (a == null || b == null || a < 1 || b < a || b > 31) {
      return null;
    }
    Integer month = captures.month();
    if (month == null) {
      Reference reference = captures.reference("q", "far", Reference.THIS);
      return captures.unit("u") == Unit.MONTH
          ? new TimeValue.Range(
              new TimeValue.DayOfMonth(a, reference), new TimeValue.DayOfMonth(b, reference))
          : null;
    }
    boolean islamic = captures.isIslamic();
    return captures.inYear(
        new TimeValue.Range(
            new TimeValue.Date(captures.year(), month, a, islamic, null),
            new TimeValue.Date(captures.year(), month, b, islamic, null)));
  }

  private @Nullable TimeValue months() {
    Integer a = captures.attribute("a", "month");
    Integer b = captures.attribute("b", "month");
    Integer year = captures.year();
    if (a == null || b == null || a.equals(b) || year != null && !Years.isModern(year)) {
      return null;
    }
    Integer first = year == null ? null : Integer.valueOf(a > b ? year - 1 : year);
    TimeValue from = new TimeValue.Month(first, a, Part.WHOLE, false, Reference.NEAREST);
    Reference last = captures.reference("q", "far", Reference.NEAREST);
    TimeValue to = new TimeValue.Month(year, b, Part.WHOLE, false, last);
    return a < b
        ? captures.inYear(new TimeValue.Range(from, to))
        : new TimeValue.Range(from, captures.inYear(to));
  }

  /** "next week between Wednesday and Friday", or without a week the nearest such days. */
  private @Nullable TimeValue weekdays() {
    DayOfWeek a = captures.weekday("a");
    DayOfWeek b = captures.weekday("b");
    if (a == null || b == null || a == b) {
      return null;
    }
    if (captures.unit("u") == null) {
      Reference reference = captures.reference("q", "far", Reference.NEAREST);
      return new TimeValue.Range(
          new TimeValue.Weekday(a, Reference.NEAREST), new TimeValue.Weekday(b, reference));
    }
    TimeValue week =
        new TimeValue.Relative(
            Unit.WEEK, captures.reference("q", "far", Reference.THIS), Part.WHOLE);
    return a.getValue() < b.getValue()
        ? new TimeValue.Range(
            new TimeValue.WeekdayOf(week, a, 1), new TimeValue.WeekdayOf(week, b, 1))
        : null;
  }

  private @Nullable TimeValue years() {
    Integer a = captures.number("a");
    Integer b = captures.number("b");
    return a == null || b == null || !Years.isModern(a) || b <= a || !Years.isModern(b)
        ? null
        : new TimeValue.Range(new TimeValue.Year(a, Part.WHOLE), new TimeValue.Year(b, Part.WHOLE));
  }
}
