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
 * Tells violence between private persons, which is no event of a conflict: a quarrel over land, a
 * robbery, a man who kills his brother, the sentence on a murderer (codebook section 1, court
 * cases). It takes a sign for it ({@code sign/private-signs.tsv}, or a relative as the victim), and
 * no word of a conflict beside it.
 */
final class PrivateViolence {

  private static final String SIGNS = "private-signs";

  /** Most tokens from the verb to the relative who is its object: who did it between. */
  private static final int KIN_REACH = 4;

  /** Deeds that private persons do to each other. */
  private static final Set<EventType> DEEDS =
      Set.of(
          EventType.ATTACK,
          EventType.ARMED_ATTACK,
          EventType.ABDUCTION,
          EventType.ASSASSINATION,
          EventType.EXECUTION);

  private final AnalyzedText text;
  private final Mentions mentions;

  PrivateViolence(AnalyzedText text, Mentions mentions) {
    this.text = text;
    this.mentions = mentions;
  }

  /** Takes away what is told as private violence; of an article on one, all that goes with it. */
  void clear(List<Draft> drafts) {
    boolean any = drafts.stream().anyMatch(this::isPrivate);
    boolean war = any && drafts.stream().anyMatch(d -> !DEEDS.contains(d.type) || isOfWar(d));
    drafts.removeIf(
        draft ->
            isPrivate(draft)
                || any && !war && DEEDS.contains(draft.type) && draft.type != EventType.ABDUCTION);
  }

  private boolean isPrivate(Draft draft) {
    return DEEDS.contains(draft.type)
        && draft.text == text
        && !isOfWar(draft)
        && (isOfKin(draft) || draft.evidence.stream().anyMatch(s -> hasSign(s, draft)));
  }

  /** Whoever kills others and then himself is no private matter. */
  private boolean hasSign(Sentence sentence, Draft draft) {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Label sign = text.token(i).label(SIGNS);
      if (sign != null && (draft.tolls.isEmpty() || !sign.key().equals("suicide"))) {
        return true;
      }
    }
    return false;
  }

  /** "a man killed his wife": a relative with a pronoun is the object. */
  private boolean isOfKin(Draft draft) {
    EventWord word = draft.words.getFirst();
    int end = Math.min(draft.sentence.end(), word.end() + KIN_REACH);
    for (int i = word.end(); i < end; i++) {
      Token token = text.token(i);
      if (isKin(token)) {
        return true;
      }
      boolean other = token.is("casualty-words") || token.is("event-verbs");
      if (other || token.is("event-prepositions") && !token.is("event-prepositions", "on")) {
        return false;
      }
    }
    return false;
  }

  /** A relative with a pronoun; words that hold theirs are listed as they are. */
  private static boolean isKin(Token token) {
    for (Label label : token.labels()) {
      boolean whole =
          label.list().equals("relatives") && label.features().part() == Features.Part.OTHER;
      if (label.list().equals("relatives")
          && label.clitics().before().isEmpty()
          && (whole || label.clitics().hasPronoun())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence about it names a faction, an army, fighters or the words of a conflict. */
  private boolean isOfWar(Draft draft) {
    return draft.actors.stream().anyMatch(a -> a.id() != null)
        || draft.evidence.stream().anyMatch(this::isOfWar);
  }

  private boolean isOfWar(Sentence sentence) {
    for (PartyMention party :
        Mentions.within(mentions.parties(), sentence.first(), sentence.end())) {
      if (PartyKinds.WAR.contains(party.kind())
          || party.derivation().rule().equals("party/loaded-name")) {
        return true;
      }
    }
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (isOfWar(text.token(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWar(Token token) {
    Label conflict = token.label("event-conflict");
    Label role = token.label("person-roles");
    boolean fighter =
        role != null
            && role.entry().is("class", "militant")
            && !role.entry().is("of", "yes")
            && !role.entry().is("leads", "yes")
            && (role.entry().is("loaded", "yes")
                || role.key().equals("suicide-bomber")
                || !role.entry().is("attacker", "yes")
                    && role.features().number() != Features.Num.SINGULAR);
    boolean unknown =
        role != null
            && role.key().equals("unknown-person")
            && Normalizer.isNominativePlural(token.norm());
    boolean group = role != null && role.entry().is("group", "yes");
    return unknown || group || fighter || conflict != null && !conflict.key().equals("arms");
  }
}
