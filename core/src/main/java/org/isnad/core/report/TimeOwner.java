package org.isnad.core.report;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an expression of time in a draft's sentence dates where it is not the event (codebook
 * section 5): the saying of it ("as the ministry announced today"), the deed that answers it, what
 * followed it ("the town buried today those killed in"), or the clause of another.
 */
final class TimeOwner {

  /** Tokens between the word of an answer and the event that it answers. */
  private static final int ANSWER_REACH = 6;

  /** Tokens between a verb of what followed and its time: a subject, an object. */
  private static final int AFTERMATH_REACH = 6;

  /** Tokens between a verb of speech behind the event and its time: a speaker, whom it cites. */
  private static final int REPORT_REACH = 9;

  private static final String CONNECTIVES = "event-connectives";

  private TimeOwner() {}

  /** Whether the expression dates neither the event nor the making known of it. */
  static boolean isOther(Draft draft, TimeExpression time) {
    return isUpToNow(time.value())
        || !isDay(time.value()) && isOfRelative(draft, time)
        || isOfAnswer(draft, time)
        || isOfNext(draft, time);
  }

  /** "the day after" dates what stands right behind it, and nothing else of its sentence. */
  private static boolean isOfNext(Draft draft, TimeExpression time) {
    String rule = time.derivation().rule();
    int first = draft.words.getFirst().first();
    boolean after = rule.equals("time/day-after-that") || rule.equals("time/two-days-after-that");
    int gap = first - time.tokens().end();
    boolean within =
        draft.words.stream()
            .anyMatch(
                w -> w.first() >= time.tokens().end() && w.first() <= time.tokens().end() + 2);
    return after && (gap < 0 || gap > 2) && !within;
  }

  /** Whether the day is that of the saying or of what followed: the event was not later. */
  static boolean isLimit(Draft draft, TimeExpression time, List<TimeExpression> times) {
    boolean ago = time.value() instanceof TimeValue.Shift;
    return isDay(time.value())
            && (isOfReport(draft, time)
                || isToldBehind(draft, time)
                || isOfSaying(draft, time, times))
        || (ago || isDay(time.value())) && (isOfAftermath(draft, time) || isOfLater(draft, time));
  }

  /**
   * "the first plane landed today at the airport after its liberation", "since the liberation of
   * the town": the day of what somebody did after an event that is known, where nothing before it
   * tells of that event.
   */
  static boolean isOfLater(Draft draft, TimeExpression time) {
    EventWord first = draft.words.getFirst();
    int after = first.first() - 1;
    boolean known =
        !first.isVerb() && (first.label().clitics().hasPronoun() || Campaign.takesGround(first));
    if (!known || after < draft.sentence.first() || time.tokens().end() > after) {
      return false;
    }
    Label label = draft.text.token(after).label("event-prepositions");
    boolean behind =
        label != null && label.key().equals("after")
            || draft.text.token(after).is("time-prepositions", "since");
    if (!behind) {
      return false;
    }
    for (int i = draft.sentence.first(); i < after; i++) {
      Token token = draft.text.token(i);
      if (token.is("casualty-words") || token.is("event-verbs") || token.is("event-nouns")) {
        return false;
      }
    }
    return true;
  }

  /** Whether the value is a day rather than a period. */
  static boolean isDay(TimeValue value) {
    return value instanceof TimeValue.Day
        || value instanceof TimeValue.Weekday
        || value instanceof TimeValue.Date;
  }

  /** "a mine killed two, as the ministry announced today": behind the event and whoever told it. */
  private static boolean isOfReport(Draft draft, TimeExpression time) {
    int at = time.tokens().first();
    for (Attribution said : draft.said) {
      TokenRange cue = said.cue();
      boolean behind = cue.first() >= draft.last().end() && cue.size() > 0;
      boolean beside = at <= cue.end() || at == cue.end() + 1 && isDayOf(draft.text, cue.end());
      if (behind && cue.first() < at && beside && hasVerb(draft.text, cue)) {
        return true;
      }
    }
    return false;
  }

  /** "…, which a local group had said on Saturday", "as a channel cited a source on Monday". */
  private static boolean isToldBehind(Draft draft, TimeExpression time) {
    int at = time.tokens().first();
    boolean speech = draft.type == EventType.TALKS || draft.type == EventType.THREAT;
    int from = speech ? at : Math.max(draft.last().end(), at - REPORT_REACH);
    for (int i = at - 1; i >= from; i--) {
      Token token = draft.text.token(i);
      if (isComma(token) || token.is("event-verbs")) {
        return false;
      }
      Label connective = token.label(CONNECTIVES);
      if (connective != null && connective.entry().is("class", "complement")) {
        return false;
      }
      if (isSpeech(draft.text, i, at)) {
        return true;
      }
    }
    return false;
  }

  /** A finite verb of speech; one of passing on needs whom it cites. */
  private static boolean isSpeech(AnalyzedText text, int at, int end) {
    Label verb = text.token(at).label("speech-verbs");
    if (verb == null || !verb.features().isVerb()) {
      return false;
    }
    boolean cites = verb.entry().is("function", "cite") || verb.entry().is("weak", "yes");
    if (!cites) {
      return true;
    }
    for (int i = verb.end(); i < end; i++) {
      if (text.token(i).is("event-prepositions", "about")
          || text.token(i).is("name-stops", "about")) {
        return true;
      }
    }
    return false;
  }

  /** "on the day of", "in": what can stand between a speaker and the day of the saying. */
  private static boolean isDayOf(AnalyzedText text, int at) {
    return text.token(at).is("time-prepositions") || text.token(at).is("time-words", "day-of");
  }

  private static boolean hasVerb(AnalyzedText text, TokenRange cue) {
    for (int i = cue.first(); i < cue.end(); i++) {
      if (text.token(i).is("speech-verbs")) {
        return true;
      }
    }
    return false;
  }

  /**
   * "announced today the carrying out of … yesterday": of two days, the one before the verbal noun
   * and behind the verb of saying is the day of the saying.
   */
  private static boolean isOfSaying(Draft draft, TimeExpression time, List<TimeExpression> times) {
    int first = draft.words.getFirst().first();
    boolean between =
        !draft.words.getFirst().isVerb()
            && time.tokens().end() <= first
            && draft.said.stream().anyMatch(s -> s.cue().end() <= time.tokens().first());
    return between
        && times.stream()
            .anyMatch(t -> t.tokens().first() >= draft.last().end() && isDay(t.value()));
  }

  /** "buried today those whom a raid killed": a burial, a body found, a count that rose. */
  private static boolean isOfAftermath(Draft draft, TimeExpression time) {
    TokenRange at = time.tokens();
    if (at.end() > draft.words.getFirst().first()) {
      return false;
    }
    Label behind = at.end() < draft.sentence.end() ? aftermath(draft, at.end()) : null;
    if (behind != null && behind.end() <= draft.words.getFirst().first()) {
      return true;
    }
    for (int i = at.first() - 1;
        i >= Math.max(draft.sentence.first(), at.first() - AFTERMATH_REACH);
        i--) {
      if (draft.text.token(i).is(CONNECTIVES)) {
        return false;
      }
      if (aftermath(draft, i) != null) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Label aftermath(Draft draft, int at) {
    Label label = draft.text.token(at).label("event-aftermath");
    if (label == null || !label.entry().is("of", "body")) {
      return label;
    }
    for (int i = label.end(); i < draft.words.getFirst().first(); i++) {
      if (draft.text.token(i).is("body-remains")) {
        return label;
      }
    }
    return null;
  }

  /**
   * "a town that they have held since January", "in the town, which they have held since January,
   * five were killed": a period in a relative clause without a word of the event dates that clause.
   */
  private static boolean isOfRelative(Draft draft, TimeExpression time) {
    int at = time.tokens().first();
    int first = draft.words.getFirst().first();
    boolean behind = at >= first;
    if (!behind && !isPartedFrom(draft, time.tokens().end(), first)) {
      return false;
    }
    int from = behind ? draft.last().end() : draft.sentence.first();
    for (int i = at - 1; i >= from; i--) {
      Token token = draft.text.token(i);
      if (isComma(token)) {
        return false;
      }
      Label label = token.label(CONNECTIVES);
      if (label != null && label.entry().is("class", "relative")) {
        return true;
      }
    }
    return false;
  }

  /** By a comma; "…, after fierce battles" goes on with what stands before it. */
  private static boolean isPartedFrom(Draft draft, int from, int to) {
    if (to > from && draft.text.token(to - 1).is("event-prepositions")) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (isComma(draft.text.token(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isComma(Token token) {
    return token.norm().equals(",") || token.norm().equals("\u060C");
  }

  /** "on Sunday they vowed an answer to the attack": the day is that of the answer. */
  private static boolean isOfAnswer(Draft draft, TimeExpression time) {
    return time.tokens().end() <= draft.words.getFirst().first() && draft.answered;
  }

  /** Whether the draft is only what something else answers or condemns. */
  static boolean isAnswered(Draft draft) {
    int first = draft.words.getFirst().first();
    boolean recalled =
        draft.telling == Telling.RECALLED
            || (draft.inTitle || draft.inHeadline) && !draft.words.getFirst().isVerb();
    return isNamedAsAnswered(draft)
        || recalled
            && draft.said.stream().anyMatch(s -> reacts(s.act()) && s.cue().first() < first);
  }

  /** "in answer to the attack", "a harsh answer to": a word of answering stands before it. */
  static boolean isNamedAsAnswered(Draft draft) {
    int first = draft.words.getFirst().first();
    boolean on = false;
    for (int i = first - 1; i >= Math.max(draft.sentence.first(), first - ANSWER_REACH); i--) {
      Token token = draft.text.token(i);
      Label label = token.label("event-answers");
      if (label != null && label.end() <= first && (on || !label.entry().is("needs", "on"))) {
        return true;
      }
      on |= token.is("event-prepositions", "on");
    }
    return false;
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
}
