package org.isnad.core.mention.place;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds names of places: those of the gazetteer, with clitics, generic words ("city of") and
 * relations ("north of"), and unknown names behind a generic word. Immutable; time is linear in the
 * text.
 */
public final class PlaceFinder {

  private static final String CUES = "place-cues";
  private static final String RELATIONS = "place-relations";

  /** Lists whose words no unknown name can start with. */
  private static final List<String> NO_NAMES =
      List.of(
          "place-relations",
          "event-prepositions",
          "event-connectives",
          "nationalities",
          "number-words",
          "ordinals",
          "relative-days",
          "weekdays",
          "time-units",
          "person-roles",
          "group-words",
          "forces",
          "titles",
          "event-nouns",
          "event-verbs",
          "speech-verbs",
          "event-modality",
          "time-prepositions",
          "last-words",
          "this-words",
          "event-modifiers");

  private static final String ARTICLE = Normalizer.ARTICLE;

  private final Gazetteer gazetteer;

  /** A finder of the places of {@code gazetteer}, whose names the text's lexicon knows. */
  public PlaceFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * All places in text order.
   *
   * @param parties parties of the same text: a place inside their names locates no event
   */
  public List<PlaceMention> find(AnalyzedText text, List<PartyMention> parties) {
    List<Found> found = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      int end = sentence.first();
      for (int at = sentence.first(); at < sentence.end(); at++) {
        Found next = at < end ? null : at(text, sentence, at, end);
        if (next != null) {
          found.add(next);
          end = next.end();
        }
      }
    }
    return new PlaceResolver(gazetteer, text, parties).resolve(found);
  }

  private @Nullable Found at(AnalyzedText text, Sentence sentence, int at, int from) {
    Label longest = longest(text.token(at), sentence);
    if (longest != null) {
      return known(text, at, from, longest);
    }
    Label cue = text.token(at).label(CUES);
    boolean named =
        cue != null
            && cue.end() < sentence.end()
            && longest(text.token(cue.end()), sentence) == null;
    return named && cue != null ? unknown(text, sentence, at, from, cue) : null;
  }

  private static @Nullable Label longest(Token token, Sentence sentence) {
    Label longest = null;
    for (Label label : token.labels()) {
      if (label.list().equals(Gazetteer.LIST)
          && label.end() <= sentence.end()
          && (longest == null || label.size() > longest.size())) {
        longest = label;
      }
    }
    return longest;
  }

  private Found known(AnalyzedText text, int at, int from, Label longest) {
    List<Place> candidates = new ArrayList<>();
    for (Label label : text.token(at).labels()) {
      Place place =
          label.list().equals(Gazetteer.LIST) && label.size() == longest.size()
              ? gazetteer.place(label.key())
              : null;
      if (place != null && !candidates.contains(place)) {
        candidates.add(place);
      }
    }
    Label cue = ending(text, CUES, at, from);
    int first = cue == null ? at : cue.first();
    Label relation = ending(text, RELATIONS, first, from);
    return new Found(
        relation == null ? first : relation.first(),
        at,
        longest.end(),
        cue,
        relation == null ? null : relation.key(),
        candidates);
  }

  /**
   * The label of the list that ends right before the token, not reaching back before {@code from}.
   */
  static @Nullable Label ending(AnalyzedText text, String list, int token, int from) {
    for (int back = 1; back <= 3 && token - back >= from; back++) {
      Label label = text.token(token - back).label(list);
      if (label != null && label.end() == token) {
        return label;
      }
    }
    return null;
  }

  /** A name of one or two words that only its cue shows to be a place. */
  private static @Nullable Found unknown(
      AnalyzedText text, Sentence sentence, int at, int from, Label cue) {
    int first = cue.end();
    Token token = text.token(first);
    boolean kindAlone = cue.clitics().isDefinite() || cue.clitics().hasPronoun();
    boolean described =
        cue.features().number() != Features.Num.SINGULAR && !startsWithArticle(token);
    if (kindAlone || described || !token.isWord() || isNoName(token)) {
      return null;
    }
    int end = first + 1;
    if (isOpened(text, sentence, first)) {
      end++;
    } else if (token.norm().length() < 3) {
      return null;
    }
    Label relation = ending(text, RELATIONS, at, from);
    return new Found(
        relation == null ? at : relation.first(),
        first,
        end,
        cue,
        relation == null ? null : relation.key(),
        List.of());
  }

  /** Whether a short first word, such as "mother of" or "hill of", opens a name of two words. */
  private static boolean isOpened(AnalyzedText text, Sentence sentence, int first) {
    int next = first + 1;
    boolean isShort = text.token(first).norm().length() <= 4 && next < sentence.end();
    return isShort
        && text.token(next).isWord()
        && !isNoName(text.token(next))
        && text.token(next).labels().isEmpty();
  }

  /** Behind "towns" or "two bridges" an indefinite word is an adjective, no name. */
  private static boolean startsWithArticle(Token token) {
    return token.norm().length() > 4 && ARTICLE.equals(token.norm().substring(0, 2));
  }

  private static boolean isNoName(Token token) {
    for (Label label : token.labels()) {
      if (NO_NAMES.contains(label.list())) {
        return true;
      }
    }
    return false;
  }

  static boolean isInside(List<PartyMention> parties, int first, int end) {
    TokenRange range = new TokenRange(first, end);
    for (PartyMention party : parties) {
      boolean named = !party.kind().equals("asset") && !party.kind().equals("role");
      if (named && party.tokens().size() > range.size() && party.tokens().contains(range)) {
        return true;
      }
    }
    return false;
  }
}
