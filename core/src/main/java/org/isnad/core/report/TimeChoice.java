package org.isnad.core.report;

import java.time.LocalDate;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.CountMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.source.SpeechAct;
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

  /** Tokens between the word of an answer and the event that it answers. */
  private static final int ANSWER_REACH = 4;

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
    TimeExpression since = since(draft);
    if (since != null) {
      draft.time = since;
      return;
    }
    int content = content(draft);
    draft.time = nearest(draft, candidates(draft, content));
    if (draft.time == null && content > draft.sentence.first()) {
      draft.announced = announced(draft, content);
    }
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
      last = isDay(time.value()) ? time : last;
    }
    return last;
  }

  /** Whether the value is a day rather than a period. */
  static boolean isDay(TimeValue value) {
    return value instanceof TimeValue.Day
        || value instanceof TimeValue.Weekday
        || value instanceof TimeValue.Date;
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

  private static @Nullable TimeExpression nearest(Draft draft, List<TimeExpression> times) {
    @Nullable TimeExpression best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (TimeExpression time : times) {
      int distance = distance(draft, time.tokens().first());
      if (distance < bestDistance && !datesOther(draft, time) && !datesSaying(draft, time, times)) {
        best = time;
        bestDistance = distance;
      }
    }
    return best;
  }

  /**
   * "announced today the carrying out of … yesterday": of two days, the one before the verbal noun
   * and behind the verb of saying is the day of the saying.
   */
  private static boolean datesSaying(Draft draft, TimeExpression time, List<TimeExpression> times) {
    int first = draft.words.getFirst().first();
    boolean between =
        !draft.words.getFirst().isVerb()
            && time.tokens().end() <= first
            && draft.said.stream().anyMatch(s -> s.cue().end() <= time.tokens().first());
    return between
        && times.stream()
            .anyMatch(t -> t.tokens().first() >= draft.last().end() && isDay(t.value()));
  }

  private static boolean datesOther(Draft draft, TimeExpression time) {
    return isUpToNow(time.value())
        || !isDay(time.value()) && isOfRelative(draft, time)
        || isOfAnswer(draft, time);
  }

  /**
   * "a town that they have held since January": a period in a relative clause without a word of the
   * event dates that clause.
   */
  private static boolean isOfRelative(Draft draft, TimeExpression time) {
    int at = time.tokens().first();
    for (int i = at - 1; i >= draft.last().end(); i--) {
      Token token = draft.text.token(i);
      if (isComma(token)) {
        return false;
      }
      if (token.is("name-stops", "who")) {
        return true;
      }
    }
    return false;
  }

  /** "on Sunday they vowed an answer to the attack": the day is that of the answer. */
  private static boolean isOfAnswer(Draft draft, TimeExpression time) {
    return time.tokens().end() <= draft.words.getFirst().first() && isAnswered(draft);
  }

  /** Whether the draft is only what something else answers or condemns. */
  static boolean isAnswered(Draft draft) {
    int first = draft.words.getFirst().first();
    for (int i = Math.max(draft.sentence.first(), first - ANSWER_REACH); i < first; i++) {
      Label label = draft.text.token(i).label("event-answers");
      if (label != null && label.end() <= first) {
        return true;
      }
    }
    return draft.telling == Telling.RECALLED
        && draft.said.stream().anyMatch(s -> reacts(s.act()) && s.cue().first() < first);
  }

  private static boolean reacts(SpeechAct act) {
    return act == SpeechAct.CONDEMN || act == SpeechAct.DEMAND || act == SpeechAct.PRAISE;
  }

  /** "Until now" says how long something has been so, not when the event was. */
  private static boolean isUpToNow(TimeValue value) {
    return value instanceof TimeValue.Until until
        && until.end() instanceof TimeValue.Day day
        && day.offset() == 0;
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

  private static boolean hasComma(Draft draft, int to) {
    for (int i = draft.last().end(); i < to; i++) {
      if (isComma(draft.text.token(i))) {
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
      if (draft.text.token(i).isPunctuation() && isComma(draft.text.token(i))) {
        return i;
      }
    }
    return end;
  }

  private static boolean isComma(Token token) {
    return token.norm().equals(",") || token.norm().equals("\u060C");
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
