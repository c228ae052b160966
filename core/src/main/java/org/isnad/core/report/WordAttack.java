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
import org.isnad.core.mention.party.PartyKinds;

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

  /** How far before the verb the medium can stand: who speaks and what about between. */
  private static final int MEDIUM_BEFORE = 14;

  /** How far behind its words: whom it attacks between. */
  private static final int MEDIUM_BEHIND = 12;

  /** How far behind the verb its subject can stand. */
  private static final int SUBJECT_REACH = 4;

  /** How far behind its word the town of an attack can stand: whom it aimed at between. */
  private static final int TOWN_REACH = 12;

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
    EventWord verb = draft.words.getFirst();
    if (opensFire(draft)) {
      return !isBloody(draft) && isTitleHolder(draft, verb.end()) && !isAtTown(draft, verb);
    }
    if (draft.type != EventType.ATTACK && !isPlainAttack(draft) || !isHarmless(draft)) {
      return false;
    }
    if (isPlainAttack(draft)) {
      return isInSpeech(draft, verb)
          || isByMedium(draft) && !isByForce(draft) && !isAtTown(draft, verb)
          || isSpeaker(draft, verb.end(), draft.sentence.end()) && !isAtTown(draft, verb);
    }
    EventWord noun = draft.words.size() < 2 ? null : draft.words.get(1);
    return noun != null
        && verb.role() == Role.LIGHT
        && verb.isVerb()
        && NOUNS.contains(noun.label().entry().qualified())
        && !isAtTown(draft, noun)
        && (isSpeaker(draft, verb.end(), noun.first()) || isByMedium(draft) && !isByForce(draft));
  }

  /** "the chairman opened fire on his players": fire without a weapon but the word itself. */
  private static boolean opensFire(Draft draft) {
    EventWord verb = draft.words.getFirst();
    return draft.type == EventType.ARMED_ATTACK
        && verb.label().entry().is("opens", "fire")
        && draft.weapons.size() <= 1;
  }

  private static boolean isTitleHolder(Draft draft, int at) {
    return draft.sentence.contains(at)
        && draft.text.token(at).is("titles")
        && !isRank(draft.text.token(at));
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
        && draft.place.tokens().first() >= word.end()
        && draft.place.tokens().first() - word.end() <= TOWN_REACH
        && (word.isVerb() || !isParted(draft, word.end(), draft.place.tokens().first()))
        && (word.isVerb() || isLocative(draft, draft.place.tokens().first()));
  }

  /** A comma before the town: it belongs to what is said in the attack. */
  private static boolean isParted(Draft draft, int from, int to) {
    for (int i = from; i < to; i++) {
      if (draft.text.token(i).norm().equals("\u060C") || draft.text.token(i).norm().equals(",")) {
        return true;
      }
    }
    return false;
  }

  /** "in the town", "on the town"; "over the state of the town" names a topic. */
  private static boolean isLocative(Draft draft, int place) {
    Token before = draft.text.token(place - 1);
    return before.is("event-prepositions")
        || draft.text.token(place).labels().stream().anyMatch(l -> l.clitics().has("b"));
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

  /** "attacked the government in an article", "through a video". */
  private static boolean isByMedium(Draft draft) {
    int first = draft.words.getFirst().first();
    int from = Math.max(draft.sentence.first(), first - MEDIUM_BEFORE);
    int to = Math.min(draft.sentence.end(), draft.words.getLast().end() + MEDIUM_BEHIND);
    for (int i = from; i < to && draft.weapons.isEmpty(); i++) {
      boolean over = i >= first && draft.text.token(i).is("quote-marks");
      if (over) {
        return false;
      }
      if (draft.text.token(i).is("word-media")) {
        return true;
      }
    }
    return false;
  }

  /** Whoever commands arms, as the subject behind or right before the verb. */
  private boolean isByForce(Draft draft) {
    int first = draft.words.getFirst().first();
    int from = Math.max(draft.sentence.first(), first - SPEECH_REACH);
    for (PartyMention party : Mentions.within(mentions.parties(), from, first + SUBJECT_REACH)) {
      Label role = draft.text.token(party.tokens().first()).label("person-roles");
      boolean body =
          party.id() == null && draft.text.token(party.tokens().first()).is("body-words");
      if (PartyKinds.ARMED.contains(party.kind()) && !body
          || role != null
              && (role.entry().is("class", "militant") || role.entry().is("group", "yes"))) {
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
    boolean civilian =
        role != null && role.entry().is("class", "civilian") && !role.entry().is("group", "yes");
    return civilian || token.is("body-words") || token.is("titles") && !isRank(token);
  }

  private static boolean isRank(Token token) {
    Label title = token.label("titles");
    return title != null && title.entry().is("class", "rank");
  }
}
