package org.isnad.core.mention.party;

import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.text.Normalizer;

/**
 * Tells how far a noun phrase goes behind its head: indefinite nouns in construct up to the
 * definite one that closes it, and the definite adjectives behind that ("مكتب رئيس الوزراء
 * التركي").
 */
public final class Constructs {

  /** Longest run of nouns or of adjectives that is read; longer ones are no names. */
  private static final int LONGEST = 4;

  private Constructs() {}

  /**
   * Number behind the last token that belongs to the head before {@code at}; {@code at} where none
   * does.
   */
  public static int end(AnalyzedText text, int at, boolean headIsDefinite) {
    int limit = text.sentenceOf(Math.max(0, at - 1)).end();
    if (at < limit && isDirection(text, at)) {
      return at;
    }
    int adjectives = adjectives(text, at, limit);
    if (headIsDefinite) {
      boolean described = adjectives > at;
      return described && isPurpose(text, adjectives, limit)
          ? adjectives + 1
          : purpose(text, adjectives, limit);
    }
    int i = at;
    while (i < limit && i - at < LONGEST && isIndefiniteNoun(text.token(i))) {
      i++;
    }
    if (i >= limit || !isDefinite(text.token(i))) {
      return Math.max(adjectives, namedPlaceEnd(text, at, i));
    }
    Label name = text.token(i).label(PartyRegister.NEUTRAL);
    return adjectives(text, name == null ? i + 1 : name.end(), limit);
  }

  /**
   * "west of the city of X": a word that says where something lies of the place named behind it,
   * and no adjective of the noun before.
   */
  public static boolean isDirection(AnalyzedText text, int at) {
    Label relation = text.token(at).label("place-relations");
    if (relation == null || relation.end() >= text.sentenceOf(at).end()) {
      return false;
    }
    Token behind = text.token(relation.end());
    boolean cue = behind.is("place-cues") && !behind.is("forces");
    return behind.is("places") || cue;
  }

  /**
   * "بلدية مرزق إن": a place without an article closes the phrase; {@code at} where none stands.
   */
  private static int namedPlaceEnd(AnalyzedText text, int at, int end) {
    for (int i = at; i < end; i++) {
      Label place = text.token(i).label("places");
      if (place != null) {
        return place.end();
      }
      if (text.token(i).is("place-relations")) {
        return at;
      }
    }
    return at;
  }

  /** "المنظمة الدولية للهجرة": what a body with an adjective is for, in one word. */
  private static boolean isPurpose(AnalyzedText text, int at, int limit) {
    Token token = at < limit ? text.token(at) : null;
    boolean plain =
        token != null
            && token.isWord()
            && Normalizer.opensWithForThe(token.norm())
            && token.labels().stream().noneMatch(l -> isSomebody(l.list()));
    boolean more =
        plain && at + 1 < limit && Normalizer.opensWithArticle(text.token(at + 1).norm());
    return plain && !more;
  }

  /** Lists of those to whom something is said or done. */
  private static boolean isSomebody(String list) {
    return switch (list) {
      case PartyRegister.NEUTRAL,
          PartyRegister.LOADED,
          "agencies",
          "outlets",
          "media",
          "body-words",
          "group-words",
          "forces",
          "titles",
          "person-roles",
          "unnamed",
          "places",
          "nationalities" ->
          true;
      default -> false;
    };
  }

  /** What a body is for ("… لمكافحة الإرهاب والتطرف"). */
  private static int purpose(AnalyzedText text, int at, int limit) {
    boolean opens =
        at + 1 < limit && text.token(at).isWord() && Normalizer.opensWithFor(text.token(at).norm());
    boolean known =
        opens
            && (text.token(at).is(PartyRegister.NEUTRAL)
                || text.token(at).is("agencies")
                || text.token(at).is("outlets"));
    if (!opens || known || !isDefinite(text.token(at + 1))) {
      return at;
    }
    int end = at + 2;
    boolean joined =
        end < limit && text.token(end).isWord() && Normalizer.opensWithAnd(text.token(end).norm());
    return joined ? end + 1 : end;
  }

  /** Whether the word is definite by itself: with the article, or a known proper name. */
  public static boolean isDefinite(Token token) {
    if (NameStops.ends(token) || hasPreposition(token)) {
      return false;
    }
    return Normalizer.opensWithArticle(token.norm())
        || token.is(PartyRegister.NEUTRAL)
        || token.is("places");
  }

  private static int adjectives(AnalyzedText text, int at, int limit) {
    int i = at;
    while (i < limit
        && i - at < LONGEST
        && isAdjective(text.token(i), text.token(Math.max(0, at - 1)))) {
      i++;
    }
    return i;
  }

  /**
   * Whether the token can be an adjective of a noun: a definite word, or one listed as an
   * adjective.
   */
  private static boolean isAdjective(Token token, Token head) {
    if (NameStops.ends(token) || hasPreposition(token)) {
      return false;
    }
    boolean listed = token.is("nationalities") || token.is("force-adjectives");
    boolean title =
        token.labels().stream().anyMatch(l -> isNoun(l) || NameStops.isTold(l) && !isQuality(l))
                && !listed
            || Normalizer.isFemininePlural(token.norm())
            || Normalizer.isObliquePlural(token.norm()) && !Normalizer.isObliquePlural(head.norm());
    return listed
        || !title
            && Normalizer.opensWithArticle(token.norm())
            && Normalizer.opensWithArticle(head.norm());
  }

  /** Known as a body, an office or a word that somebody gave: a noun of its own. */
  private static boolean isNoun(Label label) {
    return switch (label.list()) {
      case "titles", "forces", "body-words", "speech-nouns" -> true;
      default -> false;
    };
  }

  /** "المدني": a word for persons that is first of all an adjective. */
  private static boolean isQuality(Label label) {
    return label.entry().is("inflect", "adj") && label.features().number() != Features.Num.PLURAL;
  }

  private static boolean isIndefiniteNoun(Token token) {
    return !NameStops.ends(token)
        && !Normalizer.opensWithArticle(token.norm())
        && !hasPreposition(token)
        && !token.is("event-prepositions")
        && !isVerb(token);
  }

  private static boolean isVerb(Token token) {
    for (Label label : token.labels()) {
      if (label.size() == 1
          && label.features().isVerb()
          && token.labels().stream().noneMatch(l -> !l.features().isVerb())) {
        return true;
      }
    }
    return false;
  }

  /** Whether everything the token is known as has a preposition or conjunction written to it. */
  public static boolean hasPreposition(Token token) {
    if (token.isUnknown()) {
      return false;
    }
    for (Label label : token.labels()) {
      boolean article =
          label.clitics().before().isEmpty() || label.clitics().before().getFirst().equals("al");
      if (article) {
        return false;
      }
    }
    return true;
  }
}
