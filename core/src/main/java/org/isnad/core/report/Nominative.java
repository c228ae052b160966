package org.isnad.core.report;

import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features.Gender;
import org.isnad.core.lexicon.Features.Num;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.text.Normalizer;

/**
 * Whether persons behind a verb can only be its subject, by their endings: Arabic puts the subject
 * behind the verb, and where the spelling shows the case no object is taken for who acted.
 *
 * <p>{@code هاجم مسلحون القرية}: the sound plural of subjects. {@code استهدف قناص مدنيا}: an
 * indefinite singular without the alef that an object would have, and an object behind it.
 */
final class Nominative {

  /** Most adjectives between the subject and the object that shows it to be one. */
  private static final int ADJECTIVES = 2;

  private Nominative() {}

  /** Whether the persons are spelled as a subject; those that name a party are asked too. */
  static boolean is(AnalyzedText text, PartyMention party) {
    if (!party.kind().equals("role") && !party.kind().equals("people")) {
      return false;
    }
    int first = party.tokens().first();
    String norm = text.token(first).norm();
    if (Normalizer.isNominativePlural(norm)) {
      return true;
    }
    Label role = text.token(first).label("person-roles");
    if (role == null || isWritten(role)) {
      return false;
    }
    if (role.features().number() == Num.PLURAL && Normalizer.isNominativeConstruct(norm)) {
      return true;
    }
    if (role.features().number() == Num.DUAL) {
      return Normalizer.isNominativeDual(norm);
    }
    return isPlain(role, norm) && hasObject(text, party, role);
  }

  private static boolean isWritten(Label role) {
    return role.clitics().isDefinite() || role.clitics().hasPronoun();
  }

  /** A singular whose object form would end in alef. */
  private static boolean isPlain(Label role, String norm) {
    return role.features().number() == Num.SINGULAR
        && role.features().gender() != Gender.FEMININE
        && Normalizer.showsAccusative(norm)
        && !Normalizer.endsWithAlef(norm);
  }

  private static boolean hasObject(AnalyzedText text, PartyMention party, Label role) {
    boolean attacks = role.entry().is("class", "militant") && !role.entry().is("of", "yes");
    int end = text.sentenceOf(party.tokens().first()).end();
    int limit = Math.min(end, party.tokens().end() + ADJECTIVES);
    for (int i = party.tokens().end(); i < limit; i++) {
      Token token = text.token(i);
      if (!token.isWord() || token.is("event-prepositions") || token.is("name-stops")) {
        return false;
      }
      boolean bound =
          token.labels().stream()
              .anyMatch(l -> l.clitics().has("b") || l.clitics().has("l") || l.clitics().has("w"));
      if (bound || token.is("manner-words")) {
        return false;
      }
      boolean accusative = Normalizer.endsWithAlef(token.norm()) && !token.is("casualty-words");
      boolean fires = token.is("weapons");
      if (accusative || fires || attacks && isObject(token)) {
        return true;
      }
    }
    return false;
  }

  /** What an attacker without an owner has behind him is what he attacks. */
  private static boolean isObject(Token token) {
    return token.is("place-cues") || token.is("forces");
  }
}
