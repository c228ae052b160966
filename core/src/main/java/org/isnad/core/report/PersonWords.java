package org.isnad.core.report;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Features.Num;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.mention.Quantity;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Nouns for persons ({@code party/person-roles.tsv}, {@code toll/person-nouns.tsv}, nationalities
 * used as nouns, ranks before a name), and how many persons a bare one means (codebook section 8):
 * a singular is one, a dual two, a bare plural at least two.
 */
final class PersonWords {

  private static final String ROLES = "person-roles";
  private static final String NOUNS = "person-nouns";
  private static final String NATIONALITIES = "nationalities";
  private static final String TITLES = "titles";

  /** Endings of this length and more tell dual from plural or stand for either. */
  private static final int FULL_ENDING = 2;

  private static final String MASSES = "mass-nouns";

  /** The vowel that tells a dual from a plural before their common ending. */
  private static final char FATHA = '\u064E';

  private final List<String> accusative;

  PersonWords(Lexicon lexicon) {
    Entry entry = lexicon.entry("toll-context", "accusative-ending");
    this.accusative =
        entry == null ? List.of() : entry.spellings().stream().map(Normalizer::fold).toList();
  }

  /** A noun for persons. */
  record Person(Label label, Num number, boolean definite, boolean attacker, boolean adjectival) {

    /** Whether a pronoun stands behind it: {@code his wife}. */
    boolean owned() {
      return label.clitics().hasPronoun();
    }
  }

  /** The noun for persons that starts at this token, or null. */
  @Nullable Person at(AnalyzedText text, int token) {
    Person best = null;
    for (Label label : text.token(token).labels()) {
      Person person = person(text, label);
      if (person != null && (best == null || isBetter(person, best))) {
        best = person;
      }
    }
    return best;
  }

  /**
   * Whether a person is named here: a title or a definite noun for persons before a name ({@code
   * الصحفي سامر}), or two words that names are made of.
   */
  static boolean isNamed(AnalyzedText text, int at, int limit) {
    Token token = text.token(at);
    boolean named = at + 1 < limit && isNameWord(text.token(at + 1));
    boolean definite = Normalizer.opensWithArticle(token.norm());
    boolean titled = definite && (token.is(TITLES) || token.is(ROLES) || token.is(NOUNS));
    return named && (titled || !definite && isNameWord(token));
  }

  private static boolean isNameWord(Token token) {
    return token.isWord() && (token.isUnknown() || token.is("given-names"));
  }

  private static boolean isBetter(Person person, Person best) {
    boolean longer = person.label().size() > best.label().size();
    boolean plainer =
        person.label().size() == best.label().size() && best.adjectival() && !person.adjectival();
    boolean dual =
        person.label().size() == best.label().size()
            && person.owned()
            && person.number() == Num.DUAL
            && best.number() == Num.ANY;
    return longer || plainer || dual;
  }

  private @Nullable Person person(AnalyzedText text, Label label) {
    boolean pronoun = label.clitics().hasPronoun();
    boolean definite = label.clitics().isDefinite() || pronoun;
    return switch (label.list()) {
      case ROLES, NOUNS ->
          new Person(
              label, number(text, label), definite, label.entry().is("attacker", "yes"), false);
      case NATIONALITIES ->
          label.features().gender() == Features.Gender.FEMININE
                  && number(text, label) == Num.SINGULAR
              ? null
              : new Person(label, number(text, label), definite, false, true);
      case TITLES ->
          label.entry().is("class", "rank")
              ? new Person(label, Num.SINGULAR, true, false, false)
              : null;
      default -> null;
    };
  }

  private Num number(AnalyzedText text, Label label) {
    String listed = label.entry().attribute("number");
    if (!listed.isEmpty()) {
      return Num.valueOf(listed.toUpperCase(java.util.Locale.ROOT));
    }
    if (label.features().number() != Num.ANY) {
      return label.features().number();
    }
    if (label.features().part() == Features.Part.OTHER) {
      return Num.SINGULAR;
    }
    Token head = text.token(label.first());
    boolean isAccusative = accusative.stream().anyMatch(head.norm()::endsWith);
    return isAccusative && extra(head, label) < FULL_ENDING ? Num.SINGULAR : Num.ANY;
  }

  /** By how many letters the word is longer than its shortest listed spelling, clitics aside. */
  private static int extra(Token head, Label label) {
    int shortest = Integer.MAX_VALUE;
    for (String spelling : label.entry().spellings()) {
      String folded = Normalizer.fold(spelling);
      int space = folded.indexOf(' ');
      String first = space < 0 ? folded : folded.substring(0, space);
      if (head.norm().contains(first)) {
        shortest =
            Math.min(shortest, head.norm().length() - head.norm().indexOf(first) - first.length());
      }
    }
    return shortest;
  }

  /**
   * How many persons a bare noun means, or null where it points back to persons named before. The
   * ending shared by dual and plural is a dual, since small exact numbers are told so ({@code مقتل
   * شرطيين}), except with nouns that are told in masses ({@code مدنيين}) and with the article.
   */
  static @Nullable Quantity quantity(AnalyzedText text, Person person) {
    return switch (person.number()) {
      case SINGULAR -> Quantity.exactly(1);
      case DUAL -> Quantity.exactly(2);
      case PLURAL -> pointsBack(person) ? null : Quantity.atLeast(2);
      case ANY ->
          pointsBack(person)
              ? null
              : isDual(text, person) ? Quantity.exactly(2) : Quantity.atLeast(2);
    };
  }

  private static boolean pointsBack(Person person) {
    return person.definite() && !person.attacker() || person.owned();
  }

  private static boolean isDual(AnalyzedText text, Person person) {
    Token head = text.token(person.label().first());
    boolean marked =
        head.surface().indexOf(FATHA) > 0
            && head.surface().indexOf(FATHA) == head.surface().length() - FULL_ENDING - 1;
    return marked
        || extra(head, person.label()) == FULL_ENDING && !head.is(MASSES) && !person.definite();
  }
}
