package org.isnad.io.html;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Gregorian day out of what a page prints or declares: {@code 2024-03-09T08:15:00+03:00},
 * {@code 9/3/2024}, {@code الأحد ٩ آذار / مارس 2024} ("Sunday 9 March 2024"), {@code Mar 9, 2024},
 * {@code Sat, 09 Mar 2024 05:15:00 GMT}. Of numbers alone, the day stands before the month, as in
 * all Arab countries, unless that is no date. Years of the Hijri calendar are passed over.
 */
final class DateText {

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  /** A longer text is no date line; only its start is read. */
  private static final int LONGEST = 300;

  /** From this hour in UTC it is the next day somewhere between Rabat and Muscat. */
  private static final int LATE_HOUR = 20;

  private static final Map<String, String> MONTHS = PageWords.list("months.tsv");

  private DateText() {}

  /**
   * A day.
   *
   * @param next whether the time is given in UTC so late that Arab countries may write the next day
   */
  record Day(LocalDate date, boolean next) {}

  /** The first date in a text, or null. */
  static @Nullable Day read(String text) {
    String start = text.strip();
    Day stamp = stamp(start);
    if (stamp != null) {
      return stamp;
    }
    LocalDate printed = printed(start.substring(0, Math.min(start.length(), LONGEST)));
    return printed == null ? null : new Day(printed, false);
  }

  /** A time stamp with an offset, as machines write it. */
  private static @Nullable Day stamp(String text) {
    for (DateTimeFormatter format :
        List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME)) {
      try {
        OffsetDateTime time = OffsetDateTime.parse(text, format);
        boolean utc = time.getOffset().getTotalSeconds() == 0;
        return inRange(time.getYear())
            ? new Day(time.toLocalDate(), utc && time.getHour() >= LATE_HOUR)
            : null;
      } catch (DateTimeParseException e) {
        continue;
      }
    }
    return null;
  }

  /** A number or a month with the sign before it. */
  private record Part(int value, int digits, boolean month, char before, int start) {}

  private static @Nullable LocalDate printed(String text) {
    List<Part> parts = parts(PageWords.normal(text));
    for (int i = 0; i < parts.size(); i++) {
      LocalDate date = dateAt(parts, i);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable LocalDate dateAt(List<Part> parts, int i) {
    Part first = parts.get(i);
    Part second = i + 1 < parts.size() ? parts.get(i + 1) : null;
    if (second == null) {
      return null;
    }
    int last = i + 2;
    if (second.month || first.month) {
      while (last < parts.size() && parts.get(last).month) {
        last++;
      }
    }
    Part third = last < parts.size() ? parts.get(last) : null;
    if (!first.month && isYear(first) && second.month && third != null) {
      return date(first.value, second.value, third.value);
    }
    if (third == null) {
      return null;
    }
    if (second.month && !first.month && isYear(third)) {
      return date(third.value, second.value, first.value);
    }
    if (first.month) {
      return monthFirst(parts, i);
    }
    return numbers(first, second, third);
  }

  private static @Nullable LocalDate monthFirst(List<Part> parts, int i) {
    int at = i;
    while (at < parts.size() && parts.get(at).month) {
      at++;
    }
    if (at + 1 >= parts.size() || parts.get(at).month || !isYear(parts.get(at + 1))) {
      return null;
    }
    return date(parts.get(at + 1).value, parts.get(i).value, parts.get(at).value);
  }

  private static @Nullable LocalDate numbers(Part first, Part second, Part third) {
    boolean joined = isJoint(second.before) && second.before == third.before;
    if (!joined || first.month || second.month || third.month) {
      return null;
    }
    if (isYear(first)) {
      return date(first.value, second.value, third.value);
    }
    if (!isYear(third)) {
      return null;
    }
    LocalDate dayFirst = date(third.value, second.value, first.value);
    return dayFirst != null ? dayFirst : date(third.value, first.value, second.value);
  }

  private static boolean isJoint(char c) {
    return c == '/' || c == '-' || c == '.' || c == '\\';
  }

  private static boolean isYear(Part part) {
    return !part.month && part.digits == 4 && inRange(part.value);
  }

  private static boolean inRange(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i + 1;
      if (Character.isDigit(c)) {
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
          end++;
        }
        parts.add(number(text, i, end));
      } else if (Character.isLetter(c)) {
        end = word(text, i, parts);
      }
      i = end;
    }
    return parts;
  }

  private static Part number(String text, int start, int end) {
    int value = 0;
    for (int i = start; i < Math.min(end, start + 8); i++) {
      value = value * 10 + Character.digit(text.charAt(i), 10);
    }
    return new Part(value, end - start, false, before(text, start), start);
  }

  /** The sign before a part, blanks passed over; a blank where there is none. */
  private static char before(String text, int start) {
    int i = start - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 || Character.isLetterOrDigit(text.charAt(i)) ? ' ' : text.charAt(i);
  }

  /** Adds the month that starts at {@code start}, of two words where they are one; its end. */
  private static int word(String text, int start, List<Part> parts) {
    int end = wordEnd(text, start);
    int second = end;
    while (second < text.length() && text.charAt(second) == ' ') {
      second++;
    }
    int far = wordEnd(text, second);
    if (far > second) {
      String both = text.substring(start, end) + " " + text.substring(second, far);
      if (add(both, text, start, parts)) {
        return far;
      }
    }
    add(text.substring(start, end), text, start, parts);
    return end;
  }

  private static boolean add(String name, String text, int start, List<Part> parts) {
    String month = MONTHS.get(name.toLowerCase(Locale.ROOT));
    if (month == null) {
      return false;
    }
    parts.add(new Part(Integer.parseInt(month), 0, true, before(text, start), start));
    return true;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
