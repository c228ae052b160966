package org.isnad.core.mention.time;

import java.util.ArrayList;
import java.util.List;
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

  private final Matcher matcher;

  /** A finder that runs the rules of the folder {@code time}. */
  public TimeFinder(RuleSet rules, Lexicon lexicon) {
    this.matcher = new Matcher(rules, lexicon);
  }

  /** All expressions in text order: from left to right the longest whose values make sense. */
  public List<TimeExpression> find(AnalyzedText text) {
    List<TimeExpression> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      int end = sentence.first();
      for (Match match : matcher.matches(text, sentence)) {
        TimeExpression expression = match.first() < end ? null : expression(text, match);
        if (expression != null) {
          found.add(expression);
          end = expression.tokens().end();
        }
      }
    }
    return join(text, found);
  }

  private static @Nullable TimeExpression expression(AnalyzedText text, Match match) {
    TimeValue value = new MatchReader(text, match).value();
    if (value == null) {
      return null;
    }
    int first = firstContent(text, match);
    TimeValue bounded = bounded(text, first, value);
    TokenRange tokens = new TokenRange(first, match.end());
    return new TimeExpression(
        text.span(first, match.end()), tokens, bounded, partOfDay(match), match.derivation());
  }

  /**
   * The preposition that a rule needs as its cue is not part of the expression, but for "before"
   * and the like.
   */
  private static int firstContent(AnalyzedText text, Match match) {
    Label label = text.token(match.first()).label(PREPOSITIONS);
    if (label == null || label.end() >= match.end()) {
      return match.first();
    }
    boolean cue = List.of("in", "on-date", "since", "to", "until", "during").contains(label.key());
    return cue ? label.end() : match.first();
  }

  private static TimeValue bounded(AnalyzedText text, int first, TimeValue value) {
    if (value instanceof TimeValue.Since
        || value instanceof TimeValue.Span
        || value instanceof TimeValue.Shift) {
      return value;
    }
    for (int back = 1; back <= 3 && first - back >= 0; back++) {
      Label label = text.token(first - back).label(PREPOSITIONS);
      if (label != null && label.end() == first) {
        return switch (label.key()) {
          case "since" -> new TimeValue.Since(value);
          case "to", "until" -> new TimeValue.Until(value);
          default -> value;
        };
      }
    }
    return value;
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

  /**
   * "goes back to the eighties": without a start before it, "to" bounds nothing, as "until" does.
   */
  private static boolean isDirection(AnalyzedText text, TimeExpression time) {
    int before = time.tokens().first() - 1;
    return time.value() instanceof TimeValue.Until
        && before >= 0
        && text.token(before).is(PREPOSITIONS, "to");
  }

  private static TimeExpression withoutLimit(TimeExpression time) {
    return time.value() instanceof TimeValue.Until until
        ? new TimeExpression(
            time.span(), time.tokens(), until.end(), time.partOfDay(), time.derivation())
        : time;
  }

  /** "from … to …": two neighbours become one range. */
  private static List<TimeExpression> join(AnalyzedText text, List<TimeExpression> all) {
    List<TimeExpression> joined = new ArrayList<>();
    for (TimeExpression next : all) {
      TimeExpression last = joined.isEmpty() ? null : joined.getLast();
      boolean range =
          last != null
              && next.value() instanceof TimeValue.Until
              && next.tokens().first() - last.tokens().end() == 1;
      if (range
          && last != null
          && next.value() instanceof TimeValue.Until until
          && !(last.value() instanceof TimeValue.Range)) {
        TimeValue from =
            last.value() instanceof TimeValue.Since since ? since.start() : last.value();
        TokenRange tokens = new TokenRange(last.tokens().first(), next.tokens().end());
        joined.set(
            joined.size() - 1,
            new TimeExpression(
                text.span(tokens.first(), tokens.end()),
                tokens,
                new TimeValue.Range(from, until.end()),
                null,
                last.derivation()));
      } else {
        joined.add(isDirection(text, next) ? withoutLimit(next) : next);
      }
    }
    return List.copyOf(joined);
  }
}
