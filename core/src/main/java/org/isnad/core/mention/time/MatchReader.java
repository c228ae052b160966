package org.isnad.core.mention.time;

import java.time.DayOfWeek;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Part;
import org.isnad.core.mention.TimeValue.Reference;
import org.isnad.core.mention.TimeValue.Unit;
import org.isnad.core.rule.Match;
import org.jspecify.annotations.Nullable;

/** Turns one match of a time rule into its value; null where the numbers make no date. */
final class MatchReader {

  /** From 1380 (1960) on, a year below 1500 is one of the Islamic calendar without saying so. */
  private static final int ISLAMIC_ALONE = 1379;

  /** What news calls the last century. */
  private static final int LAST_CENTURY = 20;

  private final AnalyzedText text;
  private final Match match;
  private final Captures captures;
  private final boolean future;

  /**
   * A reader of one match.
   *
   * @param future whether the words before it speak of what is to come
   */
  MatchReader(AnalyzedText text, Match match, boolean future) {
    this.text = text;
    this.match = match;
    this.captures = new Captures(text, match);
    this.future = future;
  }

  @Nullable TimeValue value() {
    String kind = match.value("kind");
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case "date" -> date();
      case "numeric" -> new NumericReader(captures).read();
      case "numeric-bare" -> new NumericReader(captures).bare();
      case "dotted" -> new NumericReader(captures).dotted();
      case "day-of-month" -> dayOfMonth();
      case "bare-day" -> bareDay();
      case "weekday" -> weekday();
      case "weekday-date" -> weekdayDate();
      case "weekday-pair" -> weekdayPair();
      case "day" -> day();
      case "relative" -> relative();
      case "month" -> month();
      case "year", "bare-year" -> year(kind.equals("bare-year"));
      case "season" -> season();
      case "decade" -> decade();
      case "decade-of-century" -> decadeOfCentury();
      case "named-days" -> namedDays();
      default -> other(kind);
    };
  }

  private @Nullable TimeValue other(String kind) {
    return switch (kind) {
      case "ago", "hence", "coming", "since-units", "span", "within", "recent", "latest" ->
          new AmountReader(captures, future).value(kind);
      case "week-of",
          "weekday-of",
          "weekday-of-month",
          "week-around",
          "weekend",
          "division",
          "portion",
          "ten-days",
          "rest",
          "so-far",
          "year-before" ->
          new PeriodReader(captures, future).value(kind);
      case "range-days", "range-years", "range-months", "range-weekdays" ->
          new RangeReader(captures).value(kind);
      default ->
          throw new IllegalStateException(
              "rule " + match.rule().name() + " has the unknown kind " + kind);
    };
  }

  private @Nullable TimeValue date() {
    Integer day = captures.number("d");
    Integer month = captures.month();
    Integer year = captures.year();
    boolean none = day == null || month == null || captures.isName();
    if (none || day == null || month == null || day < 1 || day > 31 || isCount(year)) {
      return null;
    }
    return captures.inYear(
        new TimeValue.Date(year, month, day, captures.isIslamic(), captures.weekday("w")));
  }

  /** Behind a date, a number that cannot be its year counts what follows. */
  private boolean isCount(@Nullable Integer year) {
    Match.Capture capture = match.capture("y");
    if (year == null || capture == null) {
      return false;
    }
    boolean words = isWords(capture);
    boolean said = match.capture("said") != null;
    return said
        ? !Years.isAnnounced(year, words)
        : !Years.isBehindDate(year)
            || words && capture.end() - capture.first() == 1 && !captures.standsAlone()
            || isCounted(capture);
  }

  private boolean isWords(Match.Capture number) {
    return text.token(number.first()).isWord();
  }

  private boolean isCounted(Match.Capture number) {
    return number.end() < text.size()
        && text.token(number.end()).isWord()
        && text.token(number.end()).is("person-roles");
  }

  private @Nullable TimeValue dayOfMonth() {
    Integer day = captures.number("d");
    if (day == null || day < 1 || day > 31) {
      return null;
    }
    return new TimeValue.DayOfMonth(day, captures.reference("q", "far", Reference.THIS));
  }

  /** "on the 15th" and no more: the nearest such day, where the number counts nothing. */
  private @Nullable TimeValue bareDay() {
    Integer day = captures.number("d");
    boolean alone =
        match.capture("strict") == null ? captures.standsAlone() : captures.endsClause();
    return day == null || day < 1 || day > 31 || !alone
        ? null
        : new TimeValue.DayOfMonth(day, Reference.NEAREST);
  }

  private @Nullable TimeValue weekday() {
    DayOfWeek day = captures.weekday("w");
    return day == null
        ? null
        : new TimeValue.Weekday(day, captures.reference("q", "far", Reference.NEAREST));
  }

  private @Nullable TimeValue weekdayDate() {
    Integer day = captures.number("d");
    DayOfWeek weekday = captures.weekday("w");
    boolean dated = captures.match().capture("m") != null || captures.standsAlone() || range();
    return day == null || day < 1 || day > 31 || !dated
        ? null
        : new TimeValue.Date(null, null, day, false, weekday);
  }

  /** "Friday 11 to Tuesday 15": what bounds the range counts nothing. */
  private boolean range() {
    return match.end() < text.size()
        && (text.token(match.end()).is("time-prepositions", "to")
            || text.token(match.end()).is("time-prepositions", "until"));
  }

  /** "the night of Friday to Saturday", "on Saturday and Sunday". */
  private @Nullable TimeValue weekdayPair() {
    DayOfWeek a = captures.weekday("w");
    DayOfWeek b = captures.weekday("w2");
    if (a == null || b == null || match.value("next") != null && a.plus(1) != b) {
      return null;
    }
    Reference reference = captures.reference("q", "far", Reference.NEAREST);
    return new TimeValue.Range(
        new TimeValue.Weekday(a, Reference.NEAREST), new TimeValue.Weekday(b, reference));
  }

  private @Nullable TimeValue day() {
    Integer offset = captures.attribute("x", "offset");
    Match.Capture capture = match.capture("x");
    Label label = capture == null ? null : capture.label();
    boolean night =
        label != null && label.entry().is("night", "yes")
            || offset != null && offset < 0 && isNight();
    return offset == null ? null : new TimeValue.Day(offset, captures.weekday("w"), night);
  }

  /** "the night of yesterday" lies on either side of midnight (codebook section 12). */
  private boolean isNight() {
    Match.Capture part = match.capture("pt");
    Label label = part == null ? null : part.label();
    return label != null && label.entry().is("part", "night");
  }

  private @Nullable TimeValue relative() {
    Unit unit = captures.unit("u");
    if (unit == null || unit == Unit.MINUTE || unit == Unit.HOUR) {
      return null;
    }
    Reference reference = captures.reference("q", "far", Reference.THIS);
    return unit == Unit.DAY
        ? new TimeValue.Day(TimeValue.steps(reference), null, false)
        : new TimeValue.Relative(unit, reference, captures.part());
  }

  private @Nullable TimeValue month() {
    Integer month = captures.month();
    Integer year = captures.year();
    boolean islamic = captures.isIslamic();
    if (month == null || year != null && !islamic && !Years.isModern(year)) {
      return null;
    }
    Reference reference = captures.reference("q", "far", Reference.NEAREST);
    return captures.inYear(new TimeValue.Month(year, month, captures.part(), islamic, reference));
  }

  private @Nullable TimeValue year(boolean bare) {
    Match.Capture capture = match.capture("y");
    Integer year = captures.year();
    if (year == null || capture == null || !Years.isAnnounced(year, isWords(capture))) {
      return null;
    }
    if (match.capture("ah") != null || !bare && Years.isIslamic(year) && year > ISLAMIC_ALONE) {
      return islamicYear(year);
    }
    return bare && !isBareYear(year, capture) ? null : new TimeValue.Year(year, captures.part());
  }

  /** A number that nobody calls a year is one if it has four digits or stands in words alone. */
  private boolean isBareYear(int year, Match.Capture capture) {
    boolean digits = text.token(capture.first()).isNumber();
    return digits
        ? text.token(capture.first()).norm().length() == 4
            && Years.isModern(year)
            && !isCounted(capture)
        : Years.isBehindDate(year) && captures.standsAlone();
  }

  private static @Nullable TimeValue islamicYear(int year) {
    return Years.isIslamic(year)
        ? new TimeValue.Range(
            new TimeValue.Date(year, 1, 1, true, null),
            new TimeValue.Date(year, 12, 29, true, null))
        : null;
  }

  private @Nullable TimeValue season() {
    Integer first = captures.attribute("s", "first");
    Integer year = captures.year();
    if (first == null || year != null && !Years.isModern(year)) {
      return null;
    }
    return captures.inYear(
        new TimeValue.Season(first, year, captures.reference("q", "far", Reference.NEAREST)));
  }

  /** "the early eighties"; the century is the twentieth where another is not named. */
  private @Nullable TimeValue decade() {
    Integer start = captures.attribute("decade", "start");
    if (start == null) {
      return null;
    }
    Integer century = captures.number("century");
    int first = century == null ? start : start % 100 + 100 * (century - 1);
    return switch (captures.part()) {
      case WHOLE -> new TimeValue.Decade(first);
      case EARLY -> years(first, first + 2);
      case MID -> years(first + 3, first + 6);
      case LATE -> years(first + 7, first + 9);
    };
  }

  /** "the first decade of this century"; the last century is the twentieth. */
  private @Nullable TimeValue decadeOfCentury() {
    Integer rank = captures.number("o");
    Integer number = captures.number("century");
    boolean last = captures.reference("q", "far", Reference.THIS) == Reference.LAST;
    int century = number != null ? number : last ? LAST_CENTURY : LAST_CENTURY + 1;
    return rank == null || rank > 10
        ? null
        : new TimeValue.Decade(100 * (century - 1) + 10 * (rank - 1));
  }

  private static TimeValue years(int first, int last) {
    return new TimeValue.Range(
        new TimeValue.Year(first, Part.WHOLE), new TimeValue.Year(last, Part.WHOLE));
  }

  /** A feast, or one numbered day of it. */
  private @Nullable TimeValue namedDays() {
    Integer month = captures.attribute("feast", "month");
    Integer day = captures.attribute("feast", "day");
    Integer length = captures.attribute("feast", "length");
    Integer rank = captures.number("o");
    if (month == null || day == null || length == null || rank != null && rank > length) {
      return null;
    }
    Match.Capture capture = match.capture("feast");
    Label label = capture == null ? null : capture.label();
    boolean islamic = label != null && label.entry().is("calendar", "islamic");
    return rank == null
        ? new TimeValue.NamedDays(captures.year(), month, day, length, islamic)
        : new TimeValue.NamedDays(captures.year(), month, day + rank - 1, 1, islamic);
  }
}
