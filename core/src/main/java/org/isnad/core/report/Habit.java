package org.isnad.core.report;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Dates what is told as done again and again in the present tense: "where they often attack
 * patrols", "its aircraft still carry out raids". It has no start but one that "after" gives, and
 * goes on to the day of the article, whatever day its sentence dates something else by.
 */
final class Habit {

  /** The list of words that tell a habit. */
  static final String WORDS = "event-habits";

  /** Tokens between the word for a habit and its verb: a subject, a place. */
  private static final int BEFORE = 10;

  /** Tokens behind the words of the event in which "every day" can stand. */
  private static final int BEHIND = 5;

  private Habit() {}

  /** The time of a habit, or null where the draft tells none. */
  static @Nullable TimeExpression of(Draft draft, List<TimeExpression> times) {
    EventWord verb = present(draft);
    Label word = verb == null ? null : word(draft, verb);
    if (word == null || times.stream().anyMatch(t -> isPeriod(draft, t))) {
      return null;
    }
    TimeExpression start = start(draft, times);
    TokenRange tokens = start == null ? new TokenRange(word.first(), word.end()) : start.tokens();
    TimeValue value =
        start == null
            ? new TimeValue.Until(new TimeValue.Day(0, null, false))
            : new TimeValue.After(start.value());
    Derivation derivation = new Derivation("time/habit", List.of(word.entry().qualified()));
    return new TimeExpression(
        draft.text.span(tokens.first(), tokens.end()), tokens, value, null, derivation);
  }

  private static @Nullable EventWord present(Draft draft) {
    for (EventWord word : draft.words) {
      if (word.isVerb()) {
        return word.label().features().tense() == Features.Tense.PRESENT ? word : null;
      }
    }
    return null;
  }

  /** "often" beside the verb, "every day" behind it, "still" before it where there are several. */
  private static @Nullable Label word(Draft draft, EventWord verb) {
    AnalyzedText text = draft.text;
    for (int i = verb.first() - 1;
        i >= Math.max(draft.sentence.first(), verb.first() - BEFORE);
        i--) {
      Label habit = text.token(i).label(WORDS);
      boolean many = habit != null && (!habit.entry().is("many", "yes") || isMany(draft));
      if (habit != null && many && habit.end() <= verb.first()) {
        return habit;
      }
      if (TimeOwner.isComma(text.token(i)) || text.token(i).is("event-verbs")) {
        return null;
      }
    }
    int end = Math.min(draft.sentence.end(), draft.last().end() + BEHIND);
    for (int i = verb.end(); i < end; i++) {
      Label habit = text.token(i).label(WORDS);
      if (habit != null && habit.entry().is("behind", "yes")) {
        return habit;
      }
      if (TimeOwner.isComma(text.token(i))) {
        return null;
      }
    }
    return null;
  }

  private static boolean isMany(Draft draft) {
    return draft.head().label().features().number() == Features.Num.PLURAL;
  }

  /** A month or a span of its own dates a habit better than its word does. */
  private static boolean isPeriod(Draft draft, TimeExpression time) {
    return !TimeOwner.isDay(time.value())
        && time.tokens().first() >= draft.reach.first()
        && time.tokens().first() < draft.reach.end()
        && !isAfter(draft, time);
  }

  /** "even after the troops left at the end of last year". */
  private static @Nullable TimeExpression start(Draft draft, List<TimeExpression> times) {
    return times.stream()
        .filter(time -> time.tokens().first() >= draft.last().end() && isAfter(draft, time))
        .findFirst()
        .orElse(null);
  }

  private static boolean isAfter(Draft draft, TimeExpression time) {
    for (int i = time.tokens().first() - 1; i >= draft.last().end(); i--) {
      Token token = draft.text.token(i);
      if (TimeOwner.isComma(token)) {
        return false;
      }
      if (token.is("event-prepositions", "after")) {
        return true;
      }
    }
    return false;
  }
}
