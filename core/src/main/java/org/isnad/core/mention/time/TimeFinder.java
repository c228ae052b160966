package org.isnad.core.mention.time;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.rule.Match;
import org.isnad.core.rule.Matcher;
import org.isnad.core.rule.RuleSet;
import org.jspecify.annotations.Nullable;

/** Finds the expressions of time of a text; they do not overlap. Immutable. */
public final class TimeFinder {

  private static final String PREPOSITIONS = "time-prepositions";

  /** Prepositions that announce an expression and are no part of it. */
  private static final List<String> CUES =
      List.of("in", "on-date", "since", "to", "until", "during", "throughout");

  /** Those that also begin an expression of their own: "two days ago", "after two days". */
  private static final List<String> LIMITS = List.of("ago", "after");

  private final Matcher matcher;

  /** A finder that runs the rules of the folder {@code time}. */
  public TimeFinder(RuleSet rules, Lexicon lexicon) {
    this.matcher = new Matcher(rules, lexicon);
  }

  /** All expressions in text order: from left to right the longest whose values make sense. */
  public List<TimeExpression> find(AnalyzedText text) {
    List<TimeExpression> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      matcher.read(text, sentence, match -> read(text, sentence, match, found));
    }
    return new TimeRanges(text).join(found);
  }

  private static int read(
      AnalyzedText text, Sentence sentence, Match match, List<TimeExpression> found) {
    TimeExpression expression = expression(text, sentence, match, found);
    if (expression == null) {
      return -1;
    }
    found.add(expression);
    return expression.tokens().end();
  }

  private static @Nullable TimeExpression expression(
      AnalyzedText text, Sentence sentence, Match match, List<TimeExpression> before) {
    TimeExpression whole = expression(text, match, value(text, sentence, match, before));
    Match shorter = whole == null ? withoutYear(text, match) : null;
    return shorter == null
        ? whole
        : expression(text, shorter, value(text, sentence, shorter, before));
  }

  private static @Nullable TimeValue value(
      AnalyzedText text, Sentence sentence, Match match, List<TimeExpression> before) {
    if ("beside".equals(match.value("kind"))) {
      return before.isEmpty() ? null : beside(match, before.getLast().value());
    }
    boolean future = FutureWords.stand(text, sentence.first(), match.first());
    return new MatchReader(text, match, future).value();
  }

  /** "the same day", "the following day": told from the day that was named last. */
  private static @Nullable TimeValue beside(Match match, TimeValue last) {
    String offset = match.value("offset");
    boolean day =
        last instanceof TimeValue.Day
            || last instanceof TimeValue.Weekday
            || last instanceof TimeValue.Date
            || last instanceof TimeValue.DayOfMonth
            || last instanceof TimeValue.Beside;
    return day && offset != null ? new TimeValue.Beside(last, Integer.parseInt(offset)) : null;
  }

  private static @Nullable TimeExpression expression(
      AnalyzedText text, Match match, @Nullable TimeValue value) {
    if (value == null) {
      return null;
    }
    int first = firstContent(text, match);
    TimeValue bounded = bounded(text, first, value);
    TokenRange tokens = new TokenRange(first, match.end());
    return new TimeExpression(
        text.span(first, match.end()), tokens, bounded, partOfDay(match), match.derivation());
  }

  /** "on 12 March 300 people …": the number behind a date is no year, and the date stays. */
  private static @Nullable Match withoutYear(AnalyzedText text, Match match) {
    Match.Capture year = match.capture("y");
    if (year == null || match.capture("m") == null) {
      return null;
    }
    int end = year.first();
    while (end > match.first() + 1
        && (text.token(end - 1).is("marks", "comma")
            || text.token(end - 1).is("time-words", "of"))) {
      end--;
    }
    Map<String, Match.Capture> captures = new LinkedHashMap<>(match.captures());
    captures.remove("y");
    int cut = end;
    captures.values().removeIf(capture -> capture.end() > cut);
    List<Label> labels = match.labels().stream().filter(label -> label.end() <= cut).toList();
    return captures.containsKey("m") && captures.containsKey("d")
        ? new Match(match.rule(), match.first(), end, captures, labels)
        : null;
  }

  /**
   * The preposition that a rule needs as its cue is not part of the expression, but for "before"
   * and the like.
   */
  private static int firstContent(AnalyzedText text, Match match) {
    Label label = text.token(match.first()).label(PREPOSITIONS);
    if (label == null || label.end() >= match.end() || label.clitics().isDefinite()) {
      return match.first();
    }
    boolean limit = LIMITS.contains(label.key()) && "bare-year".equals(match.value("kind"));
    return limit || CUES.contains(label.key()) ? label.end() : match.first();
  }

  private static TimeValue bounded(AnalyzedText text, int first, TimeValue value) {
    if (value instanceof TimeValue.Since
        || value instanceof TimeValue.Span
        || value instanceof TimeValue.Sum
        || value instanceof TimeValue.Shift) {
      return value;
    }
    for (int back = 1; back <= 3 && first - back >= 0; back++) {
      Label label = text.token(first - back).label(PREPOSITIONS);
      if (label != null && label.end() == first) {
        return switch (label.key()) {
          case "since" -> new TimeValue.Since(value);
          case "to", "until" -> new TimeValue.Until(value);
          case "ago" -> isLong(value) ? new TimeValue.Before(value) : value;
          case "after" -> isLong(value) ? new TimeValue.After(value) : value;
          default -> value;
        };
      }
    }
    return value;
  }

  /**
   * What "before" and "after" bound: years, months, decades; days have parts that they belong to.
   */
  private static boolean isLong(TimeValue value) {
    return value instanceof TimeValue.Year
        || value instanceof TimeValue.Month
        || value instanceof TimeValue.Decade
        || value instanceof TimeValue.Date date && date.month() != null;
  }

  private static @Nullable String partOfDay(Match match) {
    Match.Capture part = match.capture("pt");
    Label label = part == null ? null : part.label();
    if (label != null) {
      return label.entry().attribute("part");
    }
    Match.Capture day = match.capture("x");
    Label word = day == null ? null : day.label();
    return word == null || word.entry().attribute("part").isEmpty()
        ? null
        : word.entry().attribute("part");
  }
}
