package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.PlaceMention.Precision;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;

/**
 * Tells an attack in words: a politician, a writer or a committee that "launches a fierce attack"
 * on a government launches none (codebook section 1, metaphors). Whoever commands arms does, and so
 * does an attack with a toll, a weapon or a town.
 */
final class WordAttack {

  /** Kinds of parties whose attacks are speeches and reports. */
  private static final Set<String> SPEAKERS =
      Set.of("person", "official", "agency", "party", "international");

  /** Event nouns that are said of words too. */
  private static final Set<String> NOUNS =
      Set.of("event-nouns:attack", "event-nouns:onslaught", "event-nouns:assault");

  /** How far a speech can stand before the verb of its relative clause. */
  private static final int SPEECH_REACH = 3;

  private final Mentions mentions;

  WordAttack(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Takes away the attacks in words, and what "and opened fire on" joins to one. */
  void clear(List<Draft> drafts) {
    List<Draft> words = new ArrayList<>();
    for (Draft draft : drafts) {
      boolean joined = !words.isEmpty() && isJoined(draft) && isHarmless(draft);
      if (joined || is(draft)) {
        words.add(draft);
      }
    }
    drafts.removeAll(words);
  }

  private static boolean isJoined(Draft draft) {
    EventWord verb = draft.words.getFirst();
    return verb.isVerb() && verb.label().clitics().has("w");
  }

  /** Whether the draft, its place and type read, tells of words alone. */
  private boolean is(Draft draft) {
    if (draft.type != EventType.ATTACK && !isPlainAttack(draft) || !isHarmless(draft)) {
      return false;
    }
    EventWord verb = draft.words.getFirst();
    if (isPlainAttack(draft)) {
      return isInSpeech(draft, verb)
          || isSpeaker(draft, verb.end(), draft.sentence.end()) && !isAtTown(draft, verb);
    }
    EventWord noun = draft.words.size() < 2 ? null : draft.words.get(1);
    return noun != null
        && verb.role() == Role.LIGHT
        && verb.isVerb()
        && NOUNS.contains(noun.label().entry().qualified())
        && !isAtTown(draft, noun)
        && isSpeaker(draft, verb.end(), noun.first());
  }

  /** A lone verb of attacking, which speakers do too. */
  private static boolean isPlainAttack(Draft draft) {
    EventWord verb = draft.words.getFirst();
    return draft.words.size() == 1 && verb.isVerb() && verb.label().key().equals("attack");
  }

  /** No weapon behind the words, no dead and no hurt. */
  private static boolean isHarmless(Draft draft) {
    int first = draft.text.token(draft.words.getFirst().first()).span().start();
    return draft.weapons.stream().noneMatch(w -> w.span() == null || w.span().start() >= first)
        && !isBloody(draft);
  }

  /** A town in which the attack took place stands behind its word; one before it is a topic. */
  private static boolean isAtTown(Draft draft, EventWord word) {
    return draft.place != null
        && draft.place.precision().compareTo(Precision.COUNTRY) < 0
        && draft.place.tokens().first() >= word.end();
  }

  /** "held speeches in which they attacked the government". */
  private static boolean isInSpeech(Draft draft, EventWord verb) {
    int from = Math.max(draft.sentence.first(), verb.first() - SPEECH_REACH);
    for (int i = from; i < verb.first(); i++) {
      Label noun = draft.text.token(i).label("speech-nouns");
      if (noun != null && noun.entry().attributes().containsKey("medium")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBloody(Draft draft) {
    for (int i = draft.reach.first(); i < draft.reach.end(); i++) {
      if (draft.text.token(i).is("casualty-words")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the subject between the verb and its noun is one who speaks. */
  private boolean isSpeaker(Draft draft, int from, int to) {
    if (isSpeakerBefore(draft)) {
      return true;
    }
    for (PartyMention party : Mentions.within(mentions.parties(), from, to)) {
      boolean subject = party.tokens().first() == from;
      if (subject && !party.kind().equals("role")) {
        return SPEAKERS.contains(party.kind());
      }
    }
    return from < to && isTitle(draft.text.token(from));
  }

  /** "the journalist X, who attacked the government": the speaker stands before the verb. */
  private boolean isSpeakerBefore(Draft draft) {
    int end = draft.words.getFirst().first();
    boolean who =
        end > draft.sentence.first() && draft.text.token(end - 1).is("event-connectives", "who");
    for (PartyMention party :
        Mentions.within(mentions.parties(), draft.sentence.first(), who ? end - 1 : end)) {
      if (party.tokens().end() == (who ? end - 1 : end)) {
        return party.kind().equals("person") || party.kind().equals("official");
      }
    }
    return false;
  }

  private static boolean isTitle(Token token) {
    Label role = token.label("person-roles");
    boolean civilian = role != null && role.entry().is("class", "civilian");
    return civilian || token.is("body-words") || token.is("titles") && !isRank(token);
  }

  private static boolean isRank(Token token) {
    Label title = token.label("titles");
    return title != null && title.entry().is("class", "rank");
  }
}
