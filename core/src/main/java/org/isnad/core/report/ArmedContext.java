package org.isnad.core.report;

import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.party.PartyKinds;
import org.isnad.core.text.Normalizer;

/**
 * Whether a sentence speaks of force at all. Many verbs of war are everyday words: prices are hit,
 * a player attacks, a minister retakes the floor. Such a verb (marked {@code arms=yes}) names an
 * event only beside a force, a weapon, the dead, or a noun that names violence (codebook section 1:
 * no metaphors).
 */
final class ArmedContext {

  /** Kinds of parties that use force, and what is theirs. */
  private static final Set<String> FORCES = PartyKinds.and(PartyKinds.ARMED, "equipment", "asset");

  private final Mentions mentions;

  ArmedContext(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Takes away what only everyday words tell in a sentence that speaks of no force. */
  void clear(AnalyzedText text, Sentence sentence, List<Draft> drafts) {
    if (drafts.stream().anyMatch(ArmedContext::isEveryday) && !isArmed(text, sentence)) {
      drafts.removeIf(ArmedContext::isEveryday);
    }
  }

  /** Whether the sentence names weapons, a faction or an army. */
  boolean isOfWar(Sentence sentence) {
    return !Mentions.within(mentions.weapons(), sentence.first(), sentence.end()).isEmpty()
        || Mentions.within(mentions.parties(), sentence.first(), sentence.end()).stream()
            .anyMatch(
                p ->
                    PartyKinds.WAR.contains(p.kind())
                        || p.derivation().rule().equals("party/loaded-name"));
  }

  private static boolean isEveryday(Draft draft) {
    return draft.words.stream()
        .filter(EventWord::isHead)
        .allMatch(w -> w.label().entry().is("arms", "yes"));
  }

  /** The words are asked first: they cost nothing, parties must be looked for. */
  private boolean isArmed(AnalyzedText text, Sentence sentence) {
    int first = sentence.first();
    int end = sentence.end();
    for (int i = first; i < end; i++) {
      if (isArmed(text.token(i))) {
        return true;
      }
    }
    if (!Mentions.within(mentions.weapons(), first, end).isEmpty()) {
      return true;
    }
    for (PartyMention party : Mentions.within(mentions.parties(), first, end)) {
      if (FORCES.contains(party.kind())) {
        return true;
      }
    }
    return false;
  }

  /** Fighters, gunmen, rebels; strikers, captains and members are of sport and parties too. */
  private static boolean isFighters(Label role) {
    return role.entry().is("class", "militant")
        && !role.entry().is("of", "yes")
        && !role.entry().is("attacker", "yes")
        && !role.entry().is("leads", "yes")
        && role.features().number() == Features.Num.PLURAL;
  }

  /** "unknown men blew up the pipeline": nobody else is told so to act. */
  private static boolean isUnknown(Token token, Label role) {
    return role.key().equals("unknown-person") && Normalizer.isNominativePlural(token.norm());
  }

  /** "destroyed a tank": what only armed forces have. */
  private static boolean isOfWar(Token token) {
    Label thing = token.label("forces");
    return thing != null && thing.entry().is("equipment", "yes");
  }

  private static boolean isArmed(Token token) {
    Label role = token.label("person-roles");
    if (role != null
        && (role.entry().is("group", "yes") || isUnknown(token, role) || isFighters(role))) {
      return true;
    }
    if (token.is("self-words", "belt") || isOfWar(token)) {
      return true;
    }
    if (token.is("casualty-words") || token.is("event-modifiers") || token.is("event-conflict")) {
      return true;
    }
    Label noun = token.label("event-nouns");
    return noun != null
        && !noun.entry().is("type", EventType.TALKS.id())
        && !noun.entry().is("arms", "yes")
        && !noun.entry().is("generic", "yes");
  }
}
