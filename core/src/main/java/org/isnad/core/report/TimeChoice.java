package org.isnad.core.report;

import java.time.LocalDate;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the expression of time of a draft among those of its clause (codebook section 5): the
 * nearest to its words, but none that dates something else, the saying of it or the deed that
 * answers it. "since" before a clause with a date in it opens a period at that date.
 */
final class TimeChoice {

  /** Tokens of a clause behind "since" in which its date can stand: a subject, a verb, a place. */
  private static final int SINCE_REACH = 14;

  private static final String PREPOSITIONS = "time-prepositions";
  private static final String SINCE = "since";

  private final List<TimeExpression> times;
  private final List<CountMention> counts;

  TimeChoice(Mentions mentions) {
    this.times = mentions.times();
    this.counts = mentions.counts();
  }

  /** Sets the draft's time. */
  void read(Draft draft) {
    draft.answered = TimeOwner.isAnswered(draft);
    TimeExpression since = since(draft);
    if (since != null) {
      draft.time = since;
      return;
    }
    int content = content(draft);
    TimeExpression habit = Habit.of(draft, Mentions.within(times, content, draft.sentence.end()));
    if (habit != null) {
      draft.time = habit;
      return;
    }
    List<TimeExpression> candidates = candidates(draft, content);
    Label outbreak = Campaign.outbreak(draft);
    draft.time = outbreak == null ? nearest(draft, candidates) : open(draft, outbreak);
    if (draft.time == null) {
      TimeExpression said = content > draft.sentence.first() ? announced(draft, content) : null;
      draft.announced = said == null ? limit(draft, candidates) : said;
    }
  }

  /** Whether words that are no expression of time may date an event of the sentence. */
  static boolean mayDate(AnalyzedText text, Sentence sentence) {
    boolean since = false;
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Token token = text.token(i);
      since |= token.is(PREPOSITIONS, SINCE);
      if (token.is(Habit.WORDS) || since && dated(token) != null) {
        return true;
      }
    }
    return false;
  }

  /** The times of the draft's reach, else of its clause, else of its sentence. */
  private List<TimeExpression> candidates(Draft draft, int content) {
    List<TimeExpression> own =
        Mentions.within(times, Math.max(content, draft.reach.first()), draft.reach.end());
    if (!own.isEmpty()) {
      return own;
    }
    return Mentions.within(times, content, draft.sentence.end());
  }

  /** "said on Monday that …": the day of the saying, which what it tells cannot be later than. */
  private @Nullable TimeExpression announced(Draft draft, int content) {
    TimeExpression last = null;
    for (TimeExpression time : Mentions.within(times, draft.sentence.first(), content)) {
      last = TimeOwner.isDay(time.value()) ? time : last;
    }
    return last;
  }

  /** The day of the saying or of what followed, without a word that parts it from the event. */
  private static @Nullable TimeExpression limit(Draft draft, List<TimeExpression> times) {
    return times.stream()
        .filter(time -> TimeOwner.isLimit(draft, time, times))
        .findFirst()
        .orElse(null);
  }

  /**
   * Where what is said begins: behind the last "that" before the event; times before it date the
   * saying.
   */
  private static int content(Draft draft) {
    for (int i = draft.words.getFirst().first() - 1; i >= draft.sentence.first(); i--) {
      Label label = draft.text.token(i).label("event-connectives");
      if (label != null && label.entry().is("class", "complement")) {
        return label.end();
      }
    }
    return draft.sentence.first();
  }

  private @Nullable TimeExpression nearest(Draft draft, List<TimeExpression> times) {
    @Nullable TimeExpression best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (TimeExpression time : times) {
      int distance = distance(draft, time.tokens().first());
      if (distance < bestDistance
          && !TimeOwner.isOther(draft, time)
          && !isOfSince(draft, time)
          && !TimeOwner.isLimit(draft, time, times)) {
        best = time;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static int distance(Draft draft, int token) {
    int best = Integer.MAX_VALUE;
    for (EventWord word : draft.words) {
      best = Math.min(best, Math.abs(token - word.first()));
    }
    return best;
  }

  /** The period that a clause with "since" opens, where the draft stands in or beside it. */
  private @Nullable TimeExpression since(Draft draft) {
    AnalyzedText text = draft.text;
    for (int i = draft.sentence.first(); i < draft.sentence.end(); i++) {
      Label label = text.token(i).label(PREPOSITIONS);
      boolean since = label != null && label.key().equals(SINCE);
      if (since && label != null && governs(draft, i)) {
        return opened(draft, label);
      }
    }
    return null;
  }

  /** A clause with "since" dates its sentence where it opens it, else the event it stands by. */
  private boolean governs(Draft draft, int since) {
    if (since <= draft.sentence.first() + 1) {
      return true;
    }
    boolean within = draft.reach.first() <= since && since < draft.reach.end();
    boolean behind = draft.last().end() <= since && !hasComma(draft, since);
    return (within || behind) && canLast(draft);
  }

  /** "the fiercest raid since the war began" is one raid; only several, or a campaign, last. */
  private boolean canLast(Draft draft) {
    EventWord head = draft.head();
    boolean plural = head.label().features().number() == Features.Num.PLURAL;
    boolean counted =
        Mentions.within(counts, Math.max(0, head.first() - 4), head.end()).stream()
            .anyMatch(c -> c.headToken() == head.first());
    return head.isVerb() || plural || counted || head.label().clitics().hasPronoun();
  }

  /** "the fiercest raid since the war began in 2023": what began then dates no single event. */
  private boolean isOfSince(Draft draft, TimeExpression time) {
    if (time.value() instanceof TimeValue.Since) {
      return time.tokens().first() >= draft.head().end() && !canLast(draft) && !isGoingOn(draft);
    }
    for (int i = time.tokens().first() - 1; i >= draft.last().end(); i--) {
      if (TimeOwner.isComma(draft.text.token(i))) {
        return false;
      }
      Label label = draft.text.token(i).label(PREPOSITIONS);
      if (label != null && label.key().equals(SINCE)) {
        return true;
      }
    }
    return false;
  }

  /** "has been waging a campaign since": told in the present tense. */
  private static boolean isGoingOn(Draft draft) {
    return draft.words.stream()
        .anyMatch(w -> w.isVerb() && w.label().features().tense() == Features.Tense.PRESENT);
  }

  private static boolean hasComma(Draft draft, int to) {
    for (int i = draft.last().end(); i < to; i++) {
      if (TimeOwner.isComma(draft.text.token(i))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable TimeExpression opened(Draft draft, Label since) {
    int end = clauseEnd(draft, since.end());
    for (int i = since.end(); i < end; i++) {
      Label dated = dated(draft.text.token(i));
      if (dated != null) {
        return known(draft.text, since, dated);
      }
    }
    List<TimeExpression> inside = Mentions.within(times, since.end(), end);
    return inside.isEmpty() ? null : opened(draft.text, since, inside.getFirst());
  }

  /** Up to a comma or full stop: what follows is the clause that the period dates. */
  private static int clauseEnd(Draft draft, int from) {
    int end = Math.min(draft.sentence.end(), from + SINCE_REACH);
    for (int i = from; i < end; i++) {
      if (draft.text.token(i).isPunctuation() && TimeOwner.isComma(draft.text.token(i))) {
        return i;
      }
    }
    return end;
  }

  /** Something that happened on a known day, or somebody who took office on one. */
  private static @Nullable Label dated(Token token) {
    Label milestone = token.label("milestones");
    return milestone != null ? milestone : token.label("terms");
  }

  private static TimeExpression known(AnalyzedText text, Label since, Label dated) {
    LocalDate from = LocalDate.parse(dated.entry().attribute("from"));
    TimeValue day =
        new TimeValue.Date(from.getYear(), from.getMonthValue(), from.getDayOfMonth(), false, null);
    Derivation derivation = new Derivation("time/since-clause", List.of(dated.entry().qualified()));
    return expression(text, since, dated.end(), day, derivation);
  }

  private static @Nullable TimeExpression opened(
      AnalyzedText text, Label since, TimeExpression start) {
    if (start.value() instanceof TimeValue.Since || start.value() instanceof TimeValue.Until) {
      return null;
    }
    return expression(text, since, start.tokens().end(), start.value(), start.derivation());
  }

  /** "since the outbreak of the clashes": from a day that is not said, up to the clock. */
  private static TimeExpression open(Draft draft, Label since) {
    int end = Math.max(draft.head().end(), draft.words.getFirst().end());
    return new TimeExpression(
        draft.text.span(since.first(), end),
        new TokenRange(since.first(), end),
        new TimeValue.Span(TimeValue.Unit.DAY, null, false),
        null,
        new Derivation("time/since-clause", List.of(since.entry().qualified())));
  }

  private static TimeExpression expression(
      AnalyzedText text, Label since, int end, TimeValue start, Derivation derivation) {
    return new TimeExpression(
        text.span(since.first(), end),
        new TokenRange(since.first(), end),
        new TimeValue.Since(start),
        null,
        derivation);
  }
}
