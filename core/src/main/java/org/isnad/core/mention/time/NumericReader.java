package org.isnad.core.mention.time;

import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Part;
import org.isnad.core.mention.TimeValue.Reference;
import org.isnad.core.mention.count.NumberReader;
import org.isnad.core.rule.Match;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in figures: day before month, as Arabic news writes them; year first and month first
 * where nothing else fits.
 */
record NumericReader(Captures captures) {

  /** Of "24/7", which is "day and night" where nothing says that a date stands there. */
  private static final int HOURS = 24;

  private static final int DAYS = 7;

  /** Two or three numbers behind a word that announces a date. */
  @Nullable TimeValue read() {
    Integer a = captures.number("a");
    Integer b = captures.number("b");
    return a == null || b == null ? null : date(a, b, captures.number("c"));
  }

  /**
   * Two numbers that nothing announces: only where one of them cannot be a month, so that no
   * fraction is read, and where the word before does not make them the number of a law or channel.
   */
  @Nullable TimeValue bare() {
    Integer a = captures.number("a");
    Integer b = captures.number("b");
    boolean round = Integer.valueOf(HOURS).equals(a) && Integer.valueOf(DAYS).equals(b);
    if (a == null || b == null || round || captures.isLabelled()) {
      return null;
    }
    boolean year = Years.isModern(a) != Years.isModern(b);
    boolean day = a <= 31 && b <= 31 && (a > 12) != (b > 12);
    return year || day && captures.standsAlone() ? date(a, b, null) : null;
  }

  /** Numbers in one token with dots between them: "7.3.2026". */
  @Nullable TimeValue dotted() {
    Match.Capture capture = captures.match().capture("a");
    String[] parts =
        capture == null
            ? new String[0]
            : captures.text().token(capture.first()).norm().split("[.]", -1);
    if (parts.length < 2 || parts.length > 3) {
      return null;
    }
    Integer a = NumberReader.digits(parts[0]);
    Integer b = NumberReader.digits(parts[1]);
    Integer c = parts.length == 3 ? NumberReader.digits(parts[2]) : null;
    return a == null || b == null || parts[1].length() > 2 && parts.length == 2
        ? null
        : date(a, b, c);
  }

  private @Nullable TimeValue date(int a, int b, @Nullable Integer c) {
    if (Years.isModern(a)) {
      return c == null ? month(a, b) : day(a, b, c);
    }
    if (c == null && Years.isModern(b)) {
      return month(b, a);
    }
    if (c != null && Years.isIslamic(c)) {
      return a <= 30 && b >= 1 && b <= 12 && a >= 1
          ? new TimeValue.Date(c, b, a, true, captures.weekday("w"))
          : null;
    }
    Integer year = c != null && c < 100 ? Integer.valueOf(2000 + c) : c;
    return b <= 12 ? day(year, b, a) : day(year, a, b);
  }

  private static @Nullable TimeValue month(int year, int month) {
    return month >= 1 && month <= 12
        ? new TimeValue.Month(year, month, Part.WHOLE, false, Reference.NEAREST)
        : null;
  }

  private @Nullable TimeValue day(@Nullable Integer year, int month, int day) {
    boolean right =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && (year == null || Years.isModern(year));
    return right ? new TimeValue.Date(year, month, day, false, captures.weekday("w")) : null;
  }
}
