package org.isnad.core.report;

import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * How a sentence brings in an event: whether it tells that it happened, or only recalls it on the
 * way to something else ("since the killing of X", "those who struck Y", "the inquiry into Z").
 *
 * <p>What is recalled is reported too, but only where it is recalled concretely (codebook sections
 * 1 and 12).
 */
enum Telling {
  /** The sentence says that it happened. */
  TOLD,
  /** The sentence takes it as known and says something else. */
  RECALLED;

  private static final String CONNECTIVES = "event-connectives";

  /** Classes of connectives that make the verb behind them subordinate. */
  private static final Set<String> SUBORDINATE = Set.of("relative", "subordinate", "result");

  /** How far the verb of a death can stand before the event that brought it. */
  private static final int CASUALTY_REACH = 14;

  /** How far a verb of result can stand before the loss that it leads to. */
  private static final int EFFECT_REACH = 3;

  /** How far the number of the dead can stand before the event that it belongs to. */
  private static final int OWNER_REACH = 4;

  /** How far a relative pronoun can stand before the verb of its clause. */
  private static final int RELATIVE_REACH = 2;

  /** How far the verb of an announcement can stand before the event that it announces. */
  private static final int ANNOUNCE_REACH = 12;

  /** How the draft's sentence brings it in. */
  static Telling of(Draft draft) {
    boolean headline = draft.inTitle || draft.inHeadline || draft.joined != null;
    boolean whose = VoiceReader.isClaimed(draft) || VoiceReader.isDisputed(draft);
    if (headline
        || whose
        || isLossTold(draft)
        || hasTollBefore(draft)
        || hasMainVerb(draft)
        || isCarriedOut(draft)
        || isSubjectOfToll(draft)) {
      return TOLD;
    }
    boolean noun = !draft.words.getFirst().isVerb();
    return noun && (opens(draft) || isAnnounced(draft)) ? TOLD : RECALLED;
  }

  /** "which led to the death of two": the loss that a finite verb leads to, told as the event. */
  private static boolean isLossTold(Draft draft) {
    EventWord word = draft.words.getFirst();
    boolean loss = word.label().list().equals("casualty-words") && !word.isVerb();
    for (int i = word.first() - 1;
        loss && i >= Math.max(draft.sentence.first(), word.first() - EFFECT_REACH);
        i--) {
      Label verb = draft.text.token(i).label("event-verbs");
      if (verb != null && verb.entry().is("role", "effect") && verb.features().isVerb()) {
        return true;
      }
    }
    return false;
  }

  /** "five were killed in an attack": who was hurt is the news, and the event its occasion. */
  private static boolean hasTollBefore(Draft draft) {
    int first = draft.words.getFirst().first();
    for (int i = Math.max(draft.sentence.first(), first - CASUALTY_REACH); i < first; i++) {
      Label label = draft.text.token(i).label("casualty-words");
      if (label != null && (label.features().isVerb() || isMasdar(label))) {
        return true;
      }
    }
    return draft.tolls.stream()
        .anyMatch(t -> draft.sentence.contains(t.trigger()) && t.trigger() < first);
  }

  /**
   * "said that the raid on X killed five": the subject of what is told, with its toll behind it.
   */
  private static boolean isSubjectOfToll(Draft draft) {
    int first = draft.words.getFirst().first();
    return !draft.words.getFirst().isVerb()
        && opensContent(draft, first)
        && draft.tolls.stream()
            .anyMatch(t -> draft.sentence.contains(t.trigger()) && t.trigger() > first);
  }

  /** "that the number of those killed in the bombing": the head of what is said, or its owner. */
  private static boolean opensContent(Draft draft, int first) {
    int from = Math.max(draft.sentence.first(), first - OWNER_REACH);
    for (int i = first - 1; i >= from; i--) {
      Label label = draft.text.token(i).label(CONNECTIVES);
      Label preposition = draft.text.token(i).label("event-prepositions");
      if (label != null) {
        return label.entry().is("class", "complement");
      }
      if (preposition != null && !preposition.entry().is("class", "place")) {
        return false;
      }
    }
    return from == draft.sentence.first();
  }

  private static boolean isMasdar(Label label) {
    return label.features().part() == Features.Part.MASDAR;
  }

  /** A finite verb of the event that no relative pronoun and no "after" makes subordinate. */
  private static boolean hasMainVerb(Draft draft) {
    for (EventWord word : draft.words) {
      boolean event = word.isVerb() && word.role() != Role.EFFECT;
      boolean result = word.isVerb() && word.role() == Role.EFFECT;
      if ((event || result) && !isSubordinate(draft, word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * "announced the carrying out of strikes": the verbal noun of a light verb says that it was done,
   * but not what a training or a confession is about.
   */
  private static boolean isCarriedOut(Draft draft) {
    EventWord word = draft.words.getFirst();
    boolean light = word.role() == Role.LIGHT && !word.isVerb();
    Label before =
        word.first() == 0 ? null : draft.text.token(word.first() - 1).label("event-prepositions");
    String role = before == null ? "" : before.entry().attribute("class");
    boolean talks = draft.type == EventType.TALKS;
    return light && !talks && !role.equals("target") && !role.equals("place");
  }

  private static boolean isSubordinate(Draft draft, EventWord verb) {
    int from = Math.max(draft.sentence.first(), verb.first() - RELATIVE_REACH);
    Label phrase = draft.text.token(from).label(CONNECTIVES);
    if (phrase != null && phrase.size() > 1 && phrase.end() == verb.first()) {
      return SUBORDINATE.contains(phrase.entry().attribute("class"));
    }
    for (int i = verb.first() - 1; i >= from; i--) {
      Label label = draft.text.token(i).label(CONNECTIVES);
      if (label != null && label.end() <= verb.first()) {
        boolean where = label.key().equals("where");
        return !where && SUBORDINATE.contains(label.entry().attribute("class"));
      }
    }
    return isWho(draft, verb) || isOfNoun(draft, verb);
  }

  /**
   * "through a strike that it carries out": in Arabic an indefinite noun has its relative clause
   * right behind it; where it hangs on a preposition and has a verb in the present, the clause
   * tells nothing of its own.
   */
  private static boolean isOfNoun(Draft draft, EventWord verb) {
    EventWord noun = draft.words.getFirst();
    return !noun.isVerb()
        && noun.first() > draft.sentence.first()
        && !noun.label().clitics().isDefinite()
        && isPresent(draft, verb)
        && verb.first() > noun.first()
        && verb.first() - noun.end() <= RELATIVE_REACH
        && (draft.text.token(noun.first() - 1).is("event-prepositions")
            || noun.label().clitics().has("b")
            || noun.label().clitics().has("l"));
  }

  /** In the present by its form; verbs of doing are listed as they are. */
  private static boolean isPresent(Draft draft, EventWord verb) {
    boolean listed =
        verb.label().entry().is("done", "light")
            && Normalizer.opensLikePresent(draft.text.token(verb.first()).norm());
    return listed || verb.label().features().tense() == Features.Tense.PRESENT;
  }

  /** "those who struck", spelled as "from": no preposition stands before a finite verb. */
  private static boolean isWho(Draft draft, EventWord verb) {
    int before = verb.first() - 1;
    return before >= draft.sentence.first()
        && draft.text.token(before).is("event-prepositions", "from");
  }

  /**
   * A noun that opens its sentence, or the line behind a dateline's colon, its number or "and"
   * before it: a headline or an item of a list.
   */
  private static boolean opens(Draft draft) {
    AnalyzedText text = draft.text;
    int words = 0;
    for (int i = draft.words.getFirst().first() - 1; i >= draft.sentence.first(); i--) {
      if (text.token(i).norm().equals(":")) {
        return true;
      }
      words += text.token(i).isWord() ? 1 : 0;
      if (words > 1) {
        return false;
      }
    }
    return true;
  }

  /** "the ministry announced the arrest of": what is made known is told. */
  static boolean isAnnounced(Draft draft) {
    int first = draft.words.getFirst().first();
    for (Attribution said : draft.said) {
      boolean makesKnown =
          said.act() == SpeechAct.SAY
              || said.act() == SpeechAct.ANNOUNCE
              || said.act() == SpeechAct.CONFIRM
              || said.act() == SpeechAct.CLAIM
              || said.act() == SpeechAct.CONTINUE;
      int gap = first - said.cue().end();
      if (makesKnown && gap >= 0 && gap <= ANNOUNCE_REACH && !hasComplement(draft, said, first)) {
        return true;
      }
    }
    return false;
  }

  /** "said that …": what stands behind "that" is a clause of its own. */
  private static boolean hasComplement(Draft draft, Attribution said, int first) {
    for (int i = said.cue().end(); i < first; i++) {
      Label label = draft.text.token(i).label(CONNECTIVES);
      if (label != null && label.entry().is("class", "complement")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a recalled event has two of: a time, or a day on which something followed on it, a
   * place, a toll told beside it, a number of events, and somebody who acted together with what was
   * aimed at.
   */
  static boolean isConcrete(Draft draft) {
    boolean toll = draft.tolls.stream().anyMatch(t -> !isOwnWord(draft, t));
    int points = draft.time == null && followed(draft) == null ? 0 : 1;
    points += draft.place == null ? 0 : 1;
    points += toll ? 1 : 0;
    points += draft.count == null ? 0 : 1;
    points += draft.actors.isEmpty() || draft.targets.isEmpty() ? 0 : 1;
    points += draft.words.stream().anyMatch(w -> w.isVerb() && w.isHead()) ? 1 : 0;
    return points >= 2;
  }

  /** "the assassination of X" is its own toll. */
  private static boolean isOwnWord(Draft draft, TollMention toll) {
    return draft.words.stream()
        .anyMatch(w -> w.first() <= toll.trigger() && toll.trigger() < w.end());
  }

  /**
   * Whether the draft's time is of these days: a day or weekday named from the article's own, or
   * one on which something followed on it.
   */
  static boolean isRecent(Draft draft) {
    TimeExpression followed = followed(draft);
    return followed != null && isNear(followed.value())
        || draft.time != null && isNear(draft.time.value());
  }

  /** The day on which something followed on the event that is told as known, or null. */
  private static @Nullable TimeExpression followed(Draft draft) {
    TimeExpression day = draft.announced;
    return day != null && TimeOwner.isOfLater(draft, day) ? day : null;
  }

  private static boolean isNear(TimeValue value) {
    return value instanceof TimeValue.Day || value instanceof TimeValue.Weekday;
  }
}
