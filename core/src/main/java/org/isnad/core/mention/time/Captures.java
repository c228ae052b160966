package org.isnad.core.mention.time;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TimeValue.Part;
import org.isnad.core.mention.TimeValue.Reference;
import org.isnad.core.mention.TimeValue.Unit;
import org.isnad.core.mention.count.NumberReader;
import org.isnad.core.rule.Match;
import org.jspecify.annotations.Nullable;

/** What the named parts of one match of a time rule say. */
record Captures(AnalyzedText text, Match match) {

  private static final String NUMBER_UNITS = "number-units";

  /** Signs that end a clause; a colon, a slash or a per cent sign goes on with the number. */
  private static final List<String> CLAUSE_SIGNS = List.of("comma", "dot", "close", "open");

  boolean isIslamic() {
    Match.Capture month = match.capture("m");
    Label label = month == null ? null : month.label();
    return "islamic".equals(match.value("calendar"))
        || label != null && label.list().equals("hijri-months");
  }

  /** The year named in numbers, or null. */
  @Nullable Integer year() {
    Integer year = number("y");
    return year != null && year < 100 && match.capture("short") != null
        ? Integer.valueOf(2000 + year)
        : year;
  }

  /** The time put into the year that the words tell from the clock, where they do. */
  TimeValue inYear(TimeValue time) {
    return match.capture("yu") == null
        ? time
        : new TimeValue.InYear(time, reference("yq", "yfar", Reference.THIS));
  }

  /** The month; null where the name beside it, as in "June Haziran", is of another month. */
  @Nullable Integer month() {
    Integer month = attribute("m", "month");
    Integer other = attribute("m2", "month");
    return other == null || other.equals(month) ? month : null;
  }

  boolean isPlural(String capture) {
    Match.Capture found = match.capture(capture);
    Label label = found == null ? null : found.label();
    return label != null && label.features().number() == Features.Num.PLURAL;
  }

  @Nullable Integer number(String capture) {
    Match.Capture found = match.capture(capture);
    if (found == null) {
      return null;
    }
    Label ordinal = found.label();
    if (ordinal != null
        && ordinal.entry().attributes().containsKey("value")
        && ordinal.list().startsWith("ordinals")) {
      return Integer.valueOf(ordinal.entry().attribute("value"));
    }
    NumberReader.Read read = NumberReader.at(text, found.first(), found.end());
    return read == null || read.end() != found.end() ? null : Integer.valueOf(read.value());
  }

  @Nullable Quantity amount() {
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

  boolean isDual(String capture) {
    Match.Capture found = match.capture(capture);
    Label label = found == null ? null : found.label();
    return label != null && label.features().number() == Features.Num.DUAL;
  }

  @Nullable Integer attribute(String capture, String name) {
    Match.Capture found = match.capture(capture);
    Label label = found == null ? null : found.label();
    String value = label == null ? "" : label.entry().attribute(name);
    return value.isEmpty() ? null : Integer.valueOf(value);
  }

  @Nullable DayOfWeek weekday(String capture) {
    Match.Capture found = match.capture(capture);
    Label label = found == null ? null : found.label();
    return label == null ? null : DayOfWeek.valueOf(label.key().toUpperCase(Locale.ROOT));
  }

  @Nullable Unit unit(String capture) {
    Match.Capture found = match.capture(capture);
    Label label = found == null ? null : found.label();
    return label == null
        ? null
        : Unit.valueOf(label.entry().attribute("unit").toUpperCase(Locale.ROOT));
  }

  Part part() {
    Match.Capture found = match.capture("p");
    Label label = found == null ? null : found.label();
    return label == null
        ? Part.WHOLE
        : switch (label.key()) {
          case "early" -> Part.EARLY;
          case "mid" -> Part.MID;
          case "late", "last" -> Part.LATE;
          default -> Part.WHOLE;
        };
  }

  /** Which one the word under {@code which} says; {@code far} shifts it by one more. */
  Reference reference(String which, String far, Reference otherwise) {
    Match.Capture found = match.capture(which);
    Label label = found == null ? null : found.label();
    if (label == null) {
      return otherwise;
    }
    return switch (label.list()) {
      case "last-words" -> match.capture(far) == null ? Reference.LAST : Reference.BEFORE_LAST;
      case "next-words" -> match.capture(far) == null ? Reference.NEXT : Reference.AFTER_NEXT;
      default -> Reference.THIS;
    };
  }

  /** Whether the match ends where a number cannot count what follows. */
  boolean standsAlone() {
    if (match.end() >= text.size()) {
      return true;
    }
    Token next = text.token(match.end());
    return endsClause() || next.isWord() && (hasRole(next, "stop") || next.is("day-parts"));
  }

  /** Whether the match stands right before a word of the list. */
  boolean isBefore(String list, String key) {
    return match.end() < text.size() && text.token(match.end()).is(list, key);
  }

  /** Whether the match stands right before figures. */
  boolean isBeforeNumber() {
    return match.end() < text.size() && text.token(match.end()).isNumber();
  }

  /** Whether the match names one unit without a number. */
  boolean isPlainUnit() {
    return match.capture("n") == null && !isDual("u") && !isPlural("u");
  }

  /** Whether a date without more stands behind a word whose names hold dates ("14 July Bridge"). */
  boolean isName() {
    Match.Capture day = match.capture("d");
    boolean bare = day != null && day.first() <= match.first() + 1 && match.capture("y") == null;
    boolean plain = match.capture("w") == null && match.capture("q") == null;
    Token first = text.token(match.first());
    return bare
        && plain
        && !first.is("time-prepositions")
        && match.first() > 0
        && text.token(match.first() - 1).is("dated-names");
  }

  /** Whether a stop or comma follows, or nothing. */
  boolean endsClause() {
    return match.end() >= text.size()
        || CLAUSE_SIGNS.stream().anyMatch(key -> text.token(match.end()).is("marks", key));
  }

  /** Whether the word before makes a number the label of something: a resolution, a channel. */
  boolean isLabelled() {
    return match.first() > 0 && hasRole(text.token(match.first() - 1), "label");
  }

  private static boolean hasRole(Token token, String role) {
    return token.labels().stream()
        .anyMatch(label -> label.list().equals(NUMBER_UNITS) && label.entry().is("role", role));
  }
}
