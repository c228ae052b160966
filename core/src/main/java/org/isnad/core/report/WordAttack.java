package org.isnad.core.report;

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

  private final Mentions mentions;

  WordAttack(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Whether the draft, its place and type read, tells of words alone. */
  boolean is(Draft draft) {
    if (draft.type != EventType.ATTACK || draft.words.size() < 2) {
      return false;
    }
    EventWord verb = draft.words.getFirst();
    EventWord noun = draft.words.get(1);
    boolean waged =
        verb.role() == Role.LIGHT
            && verb.isVerb()
            && NOUNS.contains(noun.label().entry().qualified());
    boolean town = draft.place != null && draft.place.precision().compareTo(Precision.COUNTRY) < 0;
    return waged
        && !town
        && draft.weapons.isEmpty()
        && !isBloody(draft)
        && isSpeaker(draft, verb.end(), noun.first());
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
    for (PartyMention party : Mentions.within(mentions.parties(), from, to)) {
      boolean subject = party.tokens().first() == from;
      if (subject && !party.kind().equals("role")) {
        return SPEAKERS.contains(party.kind());
      }
    }
    return from < to && isTitle(draft.text.token(from));
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
