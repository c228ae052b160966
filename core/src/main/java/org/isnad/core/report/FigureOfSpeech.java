package org.isnad.core.report;

import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.text.Normalizer;

/**
 * Tells words of violence that are said of something else (codebook section 1, metaphors, accidents
 * and natural disasters): what is struck is an idea ("attacked the decision", "the campaign targets
 * the furthering of reading"), what strikes is an earthquake, what is carried out is an operation
 * of moving or building.
 *
 * <p>A draft with dead or hurt, or with a weapon, is none of these: what it was said to be aimed at
 * may be an idea all the same.
 */
final class FigureOfSpeech {

  /** How far the object can stand behind the verb: a subject of some words between. */
  private static final int OBJECT_REACH = 9;

  /** How far what is faced can stand behind the verb: who faces it between. */
  private static final int FACED_REACH = 5;

  /** How far an earthquake can stand before the verb of its relative clause, its place between. */
  private static final int CAUSE_REACH = 9;

  /** The list of what no arms can strike. */
  private static final String ABSTRACTS = "abstracts";

  private static final Set<Role> STRIKING = Set.of(Role.STRIKE, Role.CARRIER);

  /** Types, beside attacks by fire and explosives, whose words are said of ideas too. */
  private static final Set<EventType> FIGURATIVE =
      Set.of(
          EventType.ATTACK,
          EventType.ABDUCTION,
          EventType.ASSASSINATION,
          EventType.EXECUTION,
          EventType.ARMED_ATTACK);

  private final Mentions mentions;

  FigureOfSpeech(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Whether the draft, its arguments read, tells of no violence. */
  boolean is(Draft draft) {
    if (draft.head().label().key().equals("encounter")) {
      return hasIdea(draft, draft.head().end(), FACED_REACH);
    }
    if (!SameEvent.isByMeans(draft.type) && !FIGURATIVE.contains(draft.type)) {
      return false;
    }
    return isDisaster(draft) || !isArmed(draft) && (strikesIdea(draft) || isStruckByIdea(draft));
  }

  /** "terrorism strikes everywhere": nobody did it, at no time that is told. */
  private static boolean isStruckByIdea(Draft draft) {
    EventWord verb = draft.words.getFirst();
    return draft.time == null
        && draft.words.stream().allMatch(EventWord::isVerb)
        && (acts(draft, verb.first() - 1)
            || acts(draft, verb.first() - 2)
            || acts(draft, verb.end()));
  }

  private static boolean acts(Draft draft, int at) {
    Label idea = draft.sentence.contains(at) ? draft.text.token(at).label(ABSTRACTS) : null;
    return idea != null && idea.entry().is("acts", "yes");
  }

  /** "an operation of improving", spelled with the word that operations of war have too. */
  static boolean isUndertaking(AnalyzedText text, EventWord word) {
    if (!word.label().entry().is("generic", "yes") || word.end() >= text.size()) {
      return false;
    }
    Token behind = text.token(word.end());
    boolean bare = !word.label().clitics().isDefinite() && !word.label().clitics().hasPronoun();
    if (bare && behind.isUnknown() && Normalizer.isPatternOfVerbalNoun(behind.norm())) {
      return true;
    }
    Label next = behind.label(ABSTRACTS);
    return next != null && !next.entry().is("class", "idea") && next.clitics().before().isEmpty();
  }

  /** "launched a warning", "fired off promises": what stands first behind the verb is no shot. */
  static boolean isSaying(AnalyzedText text, Sentence sentence, EventWord word) {
    if (word.role() != Role.LAUNCH) {
      return false;
    }
    int end = Math.min(sentence.end(), word.end() + OBJECT_REACH);
    for (int i = word.end(); i < end; i++) {
      Token token = text.token(i);
      Label said = token.label(ABSTRACTS);
      if (said != null
          && said.entry().is("said", "yes")
          && said.clitics().before().stream().allMatch(c -> c.equals("al"))) {
        return true;
      }
      if (token.is("weapons") || token.is("weapon-cues") || stops(token)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isArmed(Draft draft) {
    int first = draft.text.token(draft.words.getFirst().first()).span().start();
    if (draft.weapons.stream().anyMatch(w -> w.span() == null || w.span().start() >= first)) {
      return true;
    }
    for (int i = draft.reach.first(); i < draft.reach.end(); i++) {
      if (draft.text.token(i).is("casualty-words")) {
        return true;
      }
    }
    return false;
  }

  private boolean strikesIdea(Draft draft) {
    boolean struck = false;
    for (EventWord word : draft.words) {
      boolean verb = word.isVerb() && STRIKING.contains(word.role());
      boolean masdar =
          word.role() == Role.NOUN && word.label().features().part() == Features.Part.MASDAR;
      struck |= verb && hasIdea(draft, word.end(), OBJECT_REACH);
      struck |= masdar && isConstruct(word) && hasIdea(draft, word.end(), 1);
    }
    return struck;
  }

  private static boolean isConstruct(EventWord word) {
    return !word.label().clitics().isDefinite() && !word.label().clitics().hasPronoun();
  }

  /** Whether the word names an idea, which nothing is ever aimed at by arms. */
  static boolean isIdea(Token token) {
    Label idea = token.label(ABSTRACTS);
    return idea != null && idea.entry().is("class", "idea");
  }

  /** Whether an idea stands there as the object: bare, and owned by nothing that can be struck. */
  private boolean hasIdea(Draft draft, int from, int reach) {
    int end = Math.min(draft.sentence.end(), from + reach);
    boolean free = true;
    for (int i = from; i < end; i++) {
      Token token = draft.text.token(i);
      Label idea = token.label(ABSTRACTS);
      boolean bare = idea != null && idea.clitics().before().stream().allMatch(c -> c.equals("al"));
      if (bare && free) {
        return true;
      }
      if (stops(token)) {
        return false;
      }
      int behind = behindSubject(i, end);
      boolean name = free && i > from && (token.isUnknown() || token.is("given-names"));
      free = behind > i || isClosed(token) || name;
      i = Math.max(i, behind - 1);
    }
    return false;
  }

  /** Behind the party or the words of time that stand there; the token itself where none does. */
  private int behindSubject(int at, int end) {
    PartyMention party = Mentions.at(mentions.parties(), at);
    TimeExpression time = Mentions.at(mentions.times(), at);
    int behind = party == null ? at : party.tokens().end();
    behind = time == null ? behind : Math.max(behind, time.tokens().end());
    return Math.min(behind, end);
  }

  /** A definite word or one with the ending of the accusative owns nothing behind it. */
  private static boolean isClosed(Token token) {
    return token.isPunctuation()
        || Normalizer.opensWithArticle(token.norm())
        || Normalizer.endsWithAlef(token.norm());
  }

  private static boolean stops(Token token) {
    return token.is("event-prepositions")
        || token.is("event-connectives")
        || token.is("place-cues")
        || token.isPunctuation() && !token.is("quote-marks");
  }

  /** "an earthquake that struck the north", "a fire destroyed the plant": nobody did it. */
  private static boolean isDisaster(Draft draft) {
    boolean verbs =
        draft.type == EventType.ATTACK
            && draft.words.stream().allMatch(w -> w.label().list().equals("event-verbs"));
    EventWord verb = draft.words.getFirst();
    if (verbs && !draft.actors.isEmpty()) {
      return isNature(draft.text, draft.sentence, verb.first() - 1)
          || isNature(draft.text, draft.sentence, verb.first() - 2);
    }
    return verbs
        && (isNature(draft.text, draft.sentence, verb.end())
            || isNatureBefore(draft.text, draft.sentence, verb.first()));
  }

  private static boolean isNatureBefore(AnalyzedText text, Sentence sentence, int verb) {
    for (int i = verb - 1; i >= Math.max(sentence.first(), verb - CAUSE_REACH); i--) {
      if (isNature(text, sentence, i)) {
        return true;
      }
      boolean other = text.token(i).is("person-roles") || text.token(i).is("event-nouns");
      if (other) {
        return false;
      }
    }
    return false;
  }

  private static boolean isNature(AnalyzedText text, Sentence sentence, int at) {
    Label cause = sentence.contains(at) ? text.token(at).label("accidents") : null;
    return cause != null && cause.entry().is("acts", "yes");
  }
}
