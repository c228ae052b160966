package org.isnad.core.mention.time;

import java.time.DayOfWeek;
import java.util.Locale;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Part;
import org.isnad.core.mention.TimeValue.Reference;
import org.isnad.core.mention.TimeValue.Unit;
import org.isnad.core.mention.count.NumberReader;
import org.isnad.core.rule.Match;
import org.jspecify.annotations.Nullable;

/** Turns one match of a time rule into its value; null where the numbers make no date. */
final class MatchReader {

  /** Years that a bare number can mean: outside it is a count more likely than a year. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2100;

  /** Years of the Islamic calendar that news names. */
  private static final int FIRST_ISLAMIC = 1300;

  private static final int LAST_ISLAMIC = 1500;

  /** "ago" reaches back at most so many units. */
  private static final int LONGEST_AGO = 200;

  private final AnalyzedText text;
  private final Match match;

  MatchReader(AnalyzedText text, Match match) {
    this.text = text;
    this.match = match;
  }

  @Nullable TimeValue value() {
    String kind = match.value("kind");
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case "date" -> date();
      case "numeric" -> numeric();
      case "dotted" -> dotted();
      case "day-of-month" -> dayOfMonth();
      case "weekday" -> weekday();
      case "weekday-date" -> weekdayDate();
      case "day" -> day();
      case "ago", "hence", "since-units" -> shift(kind);
      case "span" -> span();
      case "relative" -> relative();
      case "month" -> month();
      case "year", "bare-year" -> year(kind.equals("bare-year"));
      case "season" -> season();
      case "decade" -> decade();
      case "range-days" -> rangeDays();
      case "range-years" -> rangeYears();
      default ->
          throw new IllegalStateException(
              "rule " + match.rule().name() + " has the unknown kind " + kind);
    };
  }

  private @Nullable TimeValue date() {
    Integer day = number("d");
    Integer month = attribute("m", "month");
    if (day == null || month == null || day < 1 || day > 31) {
      return null;
    }
    Integer year = number("y");
    if (year != null && !isIslamic() && (year < 100 || year > LAST_YEAR)) {
      return null;
    }
    return new TimeValue.Date(year, month, day, isIslamic(), weekday("w"));
  }

  private @Nullable TimeValue numeric() {
    Integer a = number("a");
    Integer b = number("b");
    Integer c = number("c");
    if (a == null || b == null) {
      return null;
    }
    return numeric(a, b, c);
  }

  /**
   * Day before month, as Arabic news writes it; year first and month first where nothing else fits.
   */
  private @Nullable TimeValue numeric(int a, int b, @Nullable Integer c) {
    if (a >= FIRST_YEAR && a <= LAST_YEAR) {
      return c == null ? monthOf(a, b) : checked(a, b, c);
    }
    if (c == null && b >= FIRST_YEAR && b <= LAST_YEAR) {
      return monthOf(b, a);
    }
    if (c != null && c >= FIRST_ISLAMIC && c <= LAST_ISLAMIC) {
      return a <= 30 && b >= 1 && b <= 12 && a >= 1
          ? new TimeValue.Date(c, b, a, true, weekday("w"))
          : null;
    }
    Integer year = c != null && c < 100 ? Integer.valueOf(2000 + c) : c;
    return b <= 12 ? checked(year, b, a) : checked(year, a, b);
  }

  private static @Nullable TimeValue monthOf(int year, int month) {
    return month >= 1 && month <= 12
        ? new TimeValue.Month(year, month, Part.WHOLE, false, Reference.NEAREST)
        : null;
  }

  private @Nullable TimeValue checked(@Nullable Integer year, int month, int day) {
    boolean right =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && (year == null || year >= FIRST_YEAR && year <= LAST_YEAR);
    return right ? new TimeValue.Date(year, month, day, false, weekday("w")) : null;
  }

  private @Nullable TimeValue dotted() {
    Match.Capture capture = match.capture("a");
    String[] parts =
        capture == null ? new String[0] : text.token(capture.first()).norm().split("[.]", -1);
    if (parts.length < 2 || parts.length > 3) {
      return null;
    }
    Integer a = NumberReader.digits(parts[0]);
    Integer b = NumberReader.digits(parts[1]);
    Integer c = parts.length == 3 ? NumberReader.digits(parts[2]) : null;
    return a == null || b == null || parts[1].length() > 2 && parts.length == 2
        ? null
        : numeric(a, b, c);
  }

  private @Nullable TimeValue dayOfMonth() {
    Integer day = number("d");
    if (day == null || day < 1 || day > 31) {
      return null;
    }
    return new TimeValue.DayOfMonth(day, reference(Reference.THIS));
  }

  private @Nullable TimeValue weekday() {
    DayOfWeek day = weekday("w");
    return day == null ? null : new TimeValue.Weekday(day, reference(Reference.NEAREST));
  }

  private @Nullable TimeValue weekdayDate() {
    Integer day = number("d");
    DayOfWeek weekday = weekday("w");
    return day == null || day < 1 || day > 31
        ? null
        : new TimeValue.Date(null, null, day, false, weekday);
  }

  private @Nullable TimeValue day() {
    Integer offset = attribute("x", "offset");
    Match.Capture capture = match.capture("x");
    Label label = capture == null ? null : capture.label();
    boolean night =
        label != null && label.entry().is("night", "yes")
            || offset != null && offset < 0 && isNight();
    return offset == null ? null : new TimeValue.Day(offset, weekday("w"), night);
  }

  /** "the night of yesterday" lies on either side of midnight (codebook section 12). */
  private boolean isNight() {
    Match.Capture part = match.capture("pt");
    Label label = part == null ? null : part.label();
    return label != null && label.entry().is("part", "night");
  }

  private @Nullable TimeValue shift(String kind) {
    Unit unit = unit();
    Quantity amount = amount();
    if (unit == null || amount == null || amount.min() == null || amount.min() > LONGEST_AGO) {
      return null;
    }
    TimeValue shift = new TimeValue.Shift(unit, amount, kind.equals("hence"));
    return kind.equals("since-units") ? new TimeValue.Since(shift) : shift;
  }

  private @Nullable TimeValue span() {
    Unit unit = unit();
    if (unit == null) {
      return null;
    }
    boolean future = reference(Reference.LAST) == Reference.NEXT;
    Match.Capture number = match.capture("n");
    boolean dual = isDual("u");
    Quantity amount = number == null && !dual ? null : amount();
    return new TimeValue.Span(unit, amount, future);
  }

  private @Nullable TimeValue relative() {
    Unit unit = unit();
    boolean small = unit == Unit.MINUTE || unit == Unit.HOUR;
    if (unit == null || small) {
      return null;
    }
    Reference reference =
        "this".equals(match.value("direction")) ? Reference.THIS : reference(Reference.THIS);
    if (unit == Unit.DAY) {
      return new TimeValue.Day(
          reference == Reference.LAST ? -1 : reference == Reference.NEXT ? 1 : 0, null, false);
    }
    return new TimeValue.Relative(unit, reference, part());
  }

  private @Nullable TimeValue month() {
    Integer month = attribute("m", "month");
    Integer year = number("y");
    if (month == null || year != null && !isIslamic() && (year < FIRST_YEAR || year > LAST_YEAR)) {
      return null;
    }
    return new TimeValue.Month(year, month, part(), isIslamic(), reference(Reference.NEAREST));
  }

  private @Nullable TimeValue year(boolean bare) {
    Match.Capture capture = match.capture("y");
    Integer year = number("y");
    boolean written = capture != null && text.token(capture.first()).norm().length() == 4;
    if (year == null || year < 100 || year > LAST_YEAR || bare && (!written || year < FIRST_YEAR)) {
      return null;
    }
    boolean counted =
        bare
            && capture != null
            && capture.end() < text.size()
            && text.token(capture.end()).isWord()
            && text.token(capture.end()).is("person-roles");
    return counted ? null : new TimeValue.Year(year, part());
  }

  private @Nullable TimeValue season() {
    Integer first = attribute("s", "first");
    Integer year = number("y");
    if (first == null || year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
      return null;
    }
    return new TimeValue.Season(first, year, reference(Reference.NEAREST));
  }

  private @Nullable TimeValue decade() {
    Label label = match.labels().getFirst();
    return new TimeValue.Decade(Integer.parseInt(label.entry().attribute("start")));
  }

  private @Nullable TimeValue rangeDays() {
    Integer a = number("a");
    Integer b = number("b");
    Integer month = attribute("m", "month");
    if (a == null || b == null || month == null || a < 1 || a > 31 || b < a || b > 31) {
      return null;
    }
    Integer year = number("y");
    return new TimeValue.Range(
        new TimeValue.Date(year, month, a, false, null),
        new TimeValue.Date(year, month, b, false, null));
  }

  private @Nullable TimeValue rangeYears() {
    Integer a = number("a");
    Integer b = number("b");
    boolean years = a != null && b != null && a >= FIRST_YEAR && b > a && b <= LAST_YEAR;
    return years && a != null && b != null
        ? new TimeValue.Range(new TimeValue.Year(a, Part.WHOLE), new TimeValue.Year(b, Part.WHOLE))
        : null;
  }

  private boolean isIslamic() {
    return "islamic".equals(match.value("calendar"));
  }

  private @Nullable Integer number(String capture) {
    Match.Capture found = match.capture(capture);
    if (found == null) {
      return null;
    }
    Label ordinal = found.label();
    if (ordinal != null
        && ordinal.entry().attributes().containsKey("value")
        && ordinal.list().equals("ordinals")) {
      return Integer.valueOf(ordinal.entry().attribute("value"));
    }
    NumberReader.Read read = NumberReader.at(text, found.first(), found.end());
    return read == null || read.end() != found.end() ? null : Integer.valueOf(read.value());
  }

  private @Nullable Quantity amount() {
    Match.Capture found = match.capture("n");
    if (found == null) {
      return Quantity.exactly(isDual("u") ? 2 : 1);
    }
    Label label = found.label();
    if (label != null && label.list().equals("indefinite-numbers")) {
      String max = label.entry().attribute("max");
      return new Quantity(
          Integer.valueOf(label.entry().attribute("min")),
          max.isEmpty() ? null : Integer.valueOf(max));
    }
    Integer number = number("n");
    return number == null ? null : Quantity.exactly(number);
  }

  private boolean isDual(String capture) {
    Match.Capture found = match.capture(capture);
    Label label = found == null ? null : found.label();
    return label != null && label.features().number() == Features.Num.DUAL;
  }

  private @Nullable Integer attribute(String capture, String name) {
    Match.Capture found = match.capture(capture);
    Label label = found == null ? null : found.label();
    String value = label == null ? "" : label.entry().attribute(name);
    return value.isEmpty() ? null : Integer.valueOf(value);
  }

  private @Nullable DayOfWeek weekday(String capture) {
    Match.Capture found = match.capture(capture);
    Label label = found == null ? null : found.label();
    return label == null ? null : DayOfWeek.valueOf(label.key().toUpperCase(Locale.ROOT));
  }

  private @Nullable Unit unit() {
    Match.Capture found = match.capture("u");
    Label label = found == null ? null : found.label();
    return label == null
        ? null
        : Unit.valueOf(label.entry().attribute("unit").toUpperCase(Locale.ROOT));
  }

  private Part part() {
    Match.Capture found = match.capture("p");
    Label label = found == null ? null : found.label();
    return label == null
        ? Part.WHOLE
        : switch (label.key()) {
          case "early" -> Part.EARLY;
          case "mid" -> Part.MID;
          case "late" -> Part.LATE;
          default -> Part.WHOLE;
        };
  }

  private Reference reference(Reference otherwise) {
    Match.Capture found = match.capture("q");
    Label label = found == null ? null : found.label();
    if (label == null) {
      return otherwise;
    }
    return switch (label.list()) {
      case "last-words" -> Reference.LAST;
      case "next-words" -> Reference.NEXT;
      default -> Reference.THIS;
    };
  }
}
