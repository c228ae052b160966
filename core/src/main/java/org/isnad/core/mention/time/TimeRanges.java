package org.isnad.core.mention.time;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TokenRange;
import org.jspecify.annotations.Nullable;

/** Makes one range of two neighbours: "from … to …", "between … and …", "… - …". */
record TimeRanges(AnalyzedText text) {

  private static final String PREPOSITIONS = "time-prepositions";

  /** The expressions with neighbours joined, in text order. */
  List<TimeExpression> join(List<TimeExpression> all) {
    List<TimeExpression> joined = new ArrayList<>();
    for (TimeExpression next : all) {
      TimeExpression last = joined.isEmpty() ? null : joined.getLast();
      TimeExpression one = last == null ? null : one(last, next);
      if (one != null) {
        joined.set(joined.size() - 1, one);
      } else {
        joined.add(isDirection(next) ? withoutLimit(next) : next);
      }
    }
    return List.copyOf(joined);
  }

  private @Nullable TimeExpression one(TimeExpression last, TimeExpression next) {
    TimeValue date = inBothCalendars(last, next);
    return date == null ? range(last, next) : over(last, next, date);
  }

  /** "27 Rajab 1446, that is 27 January 2025": one day under two names, the Gregorian one taken. */
  private @Nullable TimeValue inBothCalendars(TimeExpression last, TimeExpression next) {
    int gap = next.tokens().first() - last.tokens().end();
    boolean linked =
        gap >= 1
            && gap <= 2
            && IntStream.range(last.tokens().end(), next.tokens().first())
                .allMatch(at -> isLink(text.token(at)));
    return linked
            && last.value() instanceof TimeValue.Date a
            && next.value() instanceof TimeValue.Date b
            && a.islamic() != b.islamic()
        ? a.islamic() ? b : a
        : null;
  }

  private static boolean isLink(Token token) {
    return token.is(PREPOSITIONS, "on-date")
        || Stream.of("slash", "open", "comma").anyMatch(key -> token.is("marks", key));
  }

  private @Nullable TimeExpression range(TimeExpression last, TimeExpression next) {
    if (last.value() instanceof TimeValue.Range) {
      return null;
    }
    int gap = next.tokens().first() - last.tokens().end();
    TimeValue to =
        next.value() instanceof TimeValue.Until until
            ? gap == 1 ? until.end() : null
            : isDashed(last, next, gap) || isBetween(last, next, gap) ? next.value() : null;
    TimeValue from = last.value() instanceof TimeValue.Since since ? since.start() : last.value();
    return to == null ? null : over(last, next, new TimeValue.Range(from, to));
  }

  private TimeExpression over(TimeExpression last, TimeExpression next, TimeValue value) {
    TokenRange tokens = new TokenRange(last.tokens().first(), next.tokens().end());
    return new TimeExpression(
        text.span(tokens.first(), tokens.end()), tokens, value, null, last.derivation());
  }

  /** Two whole dates with a dash between them. */
  private boolean isDashed(TimeExpression last, TimeExpression next, int gap) {
    return gap == 1
        && text.token(last.tokens().end()).is("marks", "dash")
        && last.value() instanceof TimeValue.Date
        && next.value() instanceof TimeValue.Date;
  }

  /** "between A and B", where both are days, months or years. */
  private boolean isBetween(TimeExpression last, TimeExpression next, int gap) {
    int first = next.tokens().first();
    boolean and =
        gap == 1 && text.token(last.tokens().end()).is("time-words", "and")
            || gap == 0 && hasAnd(text.token(first));
    return and
        && last.value().getClass() == next.value().getClass()
        && isBehind(last.tokens().first(), "between");
  }

  private static boolean hasAnd(Token token) {
    return token.labels().stream().anyMatch(label -> label.clitics().has("w"));
  }

  private boolean isBehind(int first, String key) {
    for (int at = Math.max(0, first - 3); at < first; at++) {
      Label label = text.token(at).label(PREPOSITIONS);
      boolean word = at == first - 2 && text.token(first - 1).is("time-words", "day-of");
      if (label != null && label.key().equals(key) && (label.end() == first || word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * "goes back to the eighties": without a start before it, "to" bounds nothing, as "until" does.
   */
  private boolean isDirection(TimeExpression time) {
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
}
