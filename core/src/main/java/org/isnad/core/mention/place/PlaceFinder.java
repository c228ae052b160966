package org.isnad.core.mention.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.BySentence;
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

  static final String CUES = "place-cues";
  private static final String NATIONALITIES = "nationalities";
  private static final String TERRITORIES = "place-territories";
  private static final String RELATIONS = "place-relations";

  /** Masculine parts of a country: "al-Wasat al-Libiyya" is a newspaper. */
  private static final Set<String> PARTS =
      Set.of("centre", "coast", "east", "interior", "north", "south", "west");

  private static final String MARKS = "quote-marks";
  private static final String OPENERS = "place-openers";
  static final String HOMELANDS = "place-homelands";

  /** Most words of a site's name behind its generic word. */
  private static final int LONGEST_SITE = 3;

  /** Words that open like a site and name none: "by way of", "minefields". */
  private static final String STOPS = "place-stops";

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
          "body-words",
          "forces",
          "titles",
          "event-nouns",
          "event-verbs",
          "speech-verbs",
          "event-modality",
          "time-prepositions",
          "last-words",
          "this-words",
          "event-modifiers",
          "hosting-verbs");

  /**
   * Adjectives of roads and villages, which with the article are names ("the quarter of Jadida").
   */
  private static final String ADJECTIVES = "place-adjectives";

  private static final String ARTICLE = Normalizer.ARTICLE;

  private final Gazetteer gazetteer;

  /** A finder of the places of {@code gazetteer}, whose names the text's lexicon knows. */
  public PlaceFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * All places in text order, read when they are asked for.
   *
   * @param parties parties of the same text: a place inside their names locates no event
   */
  public List<PlaceMention> find(AnalyzedText text, List<PartyMention> parties) {
    CuedNames villages = new CuedNames(gazetteer, text);
    FoundNames names = new FoundNames(text, sentence -> found(text, sentence, villages));
    PlaceResolver resolver = new PlaceResolver(gazetteer, villages, text, names, parties);
    return new BySentence<>(text, resolver::resolved);
  }

  private List<Found> found(AnalyzedText text, Sentence sentence, CuedNames villages) {
    List<Found> found = new ArrayList<>();
    int end = sentence.first();
    for (int at = sentence.first(); at < sentence.end(); at++) {
      Found last = found.isEmpty() ? null : found.getLast();
      Found next =
          at < end || isMonth(text, sentence, at)
              ? null
              : at(text, sentence, at, end, last, villages);
      if (next != null) {
        if (last != null && isBetween(text, last, next)) {
          found.add(new Found(end, end, next.first(), null, null, List.of()));
        }
        found.add(next);
        end = next.end();
      }
    }
    return found.isEmpty() ? List.of() : found;
  }

  /** "25 Ab/August": the name of a month behind its day, which can be spelled as a town is. */
  private static boolean isMonth(AnalyzedText text, Sentence sentence, int at) {
    return at > sentence.first() && text.token(at - 1).isNumber() && text.token(at).is("months");
  }

  /** "the south of the country": which country is meant, the whole article tells. */
  private static @Nullable Found homeland(AnalyzedText text, int at, int from) {
    Label relation = ending(text, RELATIONS, at, from);
    Label homeland = text.token(at).label(HOMELANDS);
    boolean bare = homeland != null && homeland.clitics().before().isEmpty();
    return relation == null || !bare
        ? null
        : new Found(relation.first(), at, at + 1, homeland, relation.key(), List.of());
  }

  /**
   * "the village of Ayn X": a word that opens names of two words, where the gazetteer knows no name
   * of two words there.
   */
  private static boolean opensName(AnalyzedText text, Sentence sentence, Label cue) {
    int first = cue.end();
    boolean kindAlone = cue.clitics().isDefinite() || cue.clitics().hasPronoun();
    if (kindAlone
        || cue.features().number() != Features.Num.SINGULAR
        || first + 1 >= sentence.end()
        || !text.token(first).is(OPENERS)) {
      return false;
    }
    Label known = longest(text.token(first), sentence);
    Label opener = text.token(first).label(OPENERS);
    Token next = text.token(first + 1);
    return opener != null
        && opener.clitics().before().isEmpty()
        && (known == null || known.size() == 1)
        && longest(next, sentence) == null
        && next.isWord()
        && !CuedNames.opensWithAnd(next)
        && !isNoName(next);
  }

  private static Found opened(AnalyzedText text, Sentence sentence, int at, int from, Label cue) {
    int end = cue.end() + 2;
    boolean goesOn =
        end < sentence.end()
            && text.token(end - 1).is(OPENERS)
            && text.token(end).isWord()
            && !isNoName(text.token(end));
    Label relation = ending(text, RELATIONS, at, from);
    return new Found(
        relation == null ? at : relation.first(),
        cue.end(),
        goesOn ? end + 1 : end,
        cue,
        relation == null ? null : relation.key(),
        List.of());
  }

  /** "X and Y and Z": a word that no list knows, between two names that are known. */
  private static boolean isBetween(AnalyzedText text, Found last, Found next) {
    int at = last.end();
    return next.first() == at + 1
        && text.token(at).isUnknown()
        && CuedNames.opensWithAnd(text.token(at))
        && CuedNames.opensWithAnd(text.token(next.first()))
        && next.relation() == null
        && isTown(last)
        && isTown(next);
  }

  private static boolean isTown(Found found) {
    return found.candidates().stream()
        .anyMatch(
            p ->
                p.kind() == Place.Kind.SETTLEMENT
                    || p.kind() == Place.Kind.QUARTER
                    || p.kind() == Place.Kind.DISTRICT);
  }

  private @Nullable Found at(
      AnalyzedText text,
      Sentence sentence,
      int at,
      int from,
      @Nullable Found last,
      CuedNames villages) {
    Label longest = longest(text.token(at), sentence);
    Label list = last == null ? null : listCue(text, last, at);
    boolean isNext = last != null && at == last.end();
    Found country = inCountry(text, sentence, at);
    if (country != null && (longest == null || longest.end() < country.end())) {
      return country;
    }
    if (longest != null) {
      return isAdjective(longest) || isToldTo(text, at, longest)
          ? null
          : known(text, at, from, longest, list);
    }
    Label cue = text.token(at).label(CUES);
    Found site = cue == null ? listedSite(text, sentence, at, list) : site(text, sentence, at, cue);
    if (site != null) {
      return site;
    }
    Found marked = cue == null ? null : marked(text, sentence, at, cue, villages);
    if (marked != null) {
      return marked;
    }
    if (cue != null && opensName(text, sentence, cue)) {
      return opened(text, sentence, at, from, cue);
    }
    if (cue == null && text.token(at).is(HOMELANDS)) {
      return homeland(text, at, from);
    }
    if (cue != null && cue.end() < sentence.end() && !isStopped(text, at, from, cue)) {
      Label behind = longest(text.token(cue.end()), sentence);
      Found village = village(text, sentence, at, from, cue, behind, villages);
      return village != null || behind != null ? village : unknown(text, sentence, at, from, cue);
    }
    if (villages.isEmpty()) {
      return null;
    }
    boolean joined = CuedNames.opensWithAnd(text.token(at));
    CuedNames.Name name =
        list == null
            ? villages.again(at, sentence.end())
            : villages.at(at, sentence.end(), joined && isNext);
    return name == null ? null : new Found(at, at, name.end(), list, null, name.places());
  }

  /**
   * "told «The Middle East»": in quotation marks behind "to", an outlet that is named as a place.
   */
  private static boolean isToldTo(AnalyzedText text, int at, Label name) {
    return at - 2 >= text.sentenceOf(at).first()
        && isMark(text.token(at - 1))
        && text.token(at - 2).is("addressees")
        && text.token(at).labels().stream()
            .anyMatch(l -> l.list().equals("outlets") && l.size() >= name.size());
  }

  /** With the article the name of a country is the adjective of a feminine noun ("السورية"). */
  private boolean isAdjective(Label name) {
    Place place = gazetteer.place(name.key());
    return place != null && place.kind() == Place.Kind.COUNTRY && name.clitics().isDefinite();
  }

  /**
   * "a Turkish town", "the Lebanese territory": an unnamed part of a country takes the precision of
   * the country that its adjective names (codebook section 12).
   */
  private @Nullable Found inCountry(AnalyzedText text, Sentence sentence, int at) {
    Label part = text.token(at).label(TERRITORIES);
    Label cue = part == null ? text.token(at).label(CUES) : null;
    boolean town =
        cue != null
            && isUnit(cue)
            && !cue.clitics().isDefinite()
            && cue.features().number() != Features.Num.PLURAL;
    if (part == null && !town) {
      return null;
    }
    int next = part == null ? (cue == null ? at : cue.end()) : part.end();
    Label adjective = next < sentence.end() ? text.token(next).label(NATIONALITIES) : null;
    if (adjective == null || !adjective.entry().is("level", "full")) {
      return null;
    }
    boolean agrees =
        town
            ? adjective.clitics().before().isEmpty()
            : adjective.clitics().before().equals(List.of("al"));
    boolean masculine = part != null && part.size() == 1 && PARTS.contains(part.key());
    agrees &= !masculine || !Normalizer.isRelativeAdjective(text.token(next).norm().substring(2));
    Place country = gazetteer.country(adjective.entry().attribute("country"));
    if (!agrees || country == null) {
      return null;
    }
    String relation = part == null ? null : part.entry().attribute("relation");
    return new Found(at, at, adjective.end(), null, relation, List.of(country));
  }

  /** "the two bases of X and Y": a site that the gazetteer knows by its generic word and name. */
  private @Nullable Found site(AnalyzedText text, Sentence sentence, int at, Label cue) {
    int first = beyondMark(text, cue.end(), sentence.end());
    boolean split = first > cue.end() || cue.features().number() != Features.Num.SINGULAR;
    if (!cue.entry().is("kind", "site") || !split) {
      return null;
    }
    return site(text, sentence, at, first, cue, "");
  }

  private @Nullable Found listedSite(
      AnalyzedText text, Sentence sentence, int at, @Nullable Label list) {
    if (list == null || !list.entry().is("kind", "site")) {
      return null;
    }
    String and = CuedNames.opensWithAnd(text.token(at)) ? text.token(at).norm().substring(1) : "";
    return site(text, sentence, at, at, list, and);
  }

  /**
   * @param opening the first word without its "and", or the empty string where it has none
   */
  private @Nullable Found site(
      AnalyzedText text, Sentence sentence, int at, int first, Label cue, String opening) {
    for (int end = Math.min(sentence.end(), first + LONGEST_SITE); end > first; end--) {
      StringBuilder name = new StringBuilder(Normalizer.fold(cue.entry().spellings().getFirst()));
      for (int i = first; i < end; i++) {
        boolean opens = i == first && !opening.isEmpty();
        name.append(' ').append(opens ? opening : text.token(i).norm());
      }
      List<Place> places = gazetteer.sites(name.toString());
      if (!places.isEmpty()) {
        return new Found(at, first, end, cue, null, places);
      }
    }
    return null;
  }

  /** "the village of "X"": a name that is read only behind a cue, between marks. */
  private static @Nullable Found marked(
      AnalyzedText text, Sentence sentence, int at, Label cue, CuedNames villages) {
    int first = beyondMark(text, cue.end(), sentence.end());
    boolean kindAlone = cue.clitics().isDefinite() || cue.clitics().hasPronoun();
    if (first == cue.end() || kindAlone || villages.isEmpty()) {
      return null;
    }
    CuedNames.Name name = behind(text, sentence, cue.until(first), villages);
    if (name == null || longest(text.token(first), sentence) != null) {
      return null;
    }
    villages.remember(first, name.end());
    return new Found(at, first, name.end(), cue.until(first), null, name.places());
  }

  /** Behind the quotation mark that stands at the token. */
  private static int beyondMark(AnalyzedText text, int at, int end) {
    return at + 1 < end && isMark(text.token(at)) ? at + 1 : at;
  }

  /** A quotation mark, or a bracket, in which some outlets put names. */
  private static boolean isMark(Token token) {
    return token.is(MARKS) || token.is("marks", "open") || token.is("marks", "close");
  }

  private static boolean isStopped(AnalyzedText text, int at, int from, Label cue) {
    for (int i = Math.max(from, at - 1); i <= at; i++) {
      for (Label label : text.token(i).labels()) {
        if (label.list().equals(STOPS) && label.end() >= cue.end()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A name that is read only behind a cue, where no longer name of the gazetteer stands there: "the
   * village of X".
   */
  private static @Nullable Found village(
      AnalyzedText text,
      Sentence sentence,
      int at,
      int from,
      Label cue,
      @Nullable Label behind,
      CuedNames villages) {
    boolean kindAlone = cue.clitics().isDefinite() || cue.clitics().hasPronoun();
    if (kindAlone || villages.isEmpty()) {
      return null;
    }
    CuedNames.Name whole = villages.at(cue.first(), sentence.end(), false);
    boolean selfCued = whole != null && whole.end() > cue.end();
    int first = selfCued ? cue.first() : cue.end();
    CuedNames.Name name = selfCued ? whole : behind(text, sentence, cue, villages);
    if (name == null || behind != null && behind.end() >= name.end()) {
      return null;
    }
    villages.remember(first, name.end());
    Label relation = ending(text, RELATIONS, at, from);
    return new Found(
        relation == null ? at : relation.first(),
        first,
        name.end(),
        cue,
        relation == null ? null : relation.key(),
        name.places());
  }

  /** The name behind a cue: of a site where the cue names a site, and no word with a meaning. */
  private static CuedNames.@Nullable Name behind(
      AnalyzedText text, Sentence sentence, Label cue, CuedNames villages) {
    int first = cue.end();
    CuedNames.Name name = villages.at(first, sentence.end(), false);
    if (name == null || name.end() == first + 1 && isNoName(text.token(first))) {
      return null;
    }
    String kind = cue.entry().attribute("kind");
    if (!kind.equals("site") && !kind.equals("water")) {
      return name;
    }
    List<Place> fitting = name.places().stream().filter(p -> PlaceResolver.fits(kind, p)).toList();
    return fitting.isEmpty() ? null : new CuedNames.Name(name.end(), fitting);
  }

  /**
   * The cue word that still holds at a token: "the villages of X, Y and Z". It is in the plural,
   * and nothing but a comma or "and" stands between.
   */
  private static @Nullable Label listCue(AnalyzedText text, Found last, int at) {
    Label cue = last.cue();
    boolean many =
        cue != null
            && (cue.features().number() == Features.Num.PLURAL
                || cue.features().number() == Features.Num.DUAL);
    if (!many) {
      return null;
    }
    int next = last.end();
    next = next < at && text.token(next).is(MARKS) ? next + 1 : next;
    boolean and = next == at && CuedNames.opensWithAnd(text.token(at));
    boolean joined = next < at && isJoint(text.token(next));
    next = joined ? next + 1 : next;
    next = joined && next < at && text.token(next).is(MARKS) ? next + 1 : next;
    return and || joined && next == at ? cue : null;
  }

  /** A comma, or "and" before a quotation mark. */
  private static boolean isJoint(Token token) {
    return token.norm().equals("،")
        || token.norm().equals(",")
        || token.is("event-prepositions", "and");
  }

  private static @Nullable Label longest(Token token, Sentence sentence) {
    if (token.cannotBe(Gazetteer.LIST) || Normalizer.hasTanwin(token.surface())) {
      return null;
    }
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

  private Found known(AnalyzedText text, int at, int from, Label longest, @Nullable Label list) {
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
    boolean marked = at > from && isMark(text.token(at - 1)) && longest.end() < text.size();
    boolean closed = marked && isMark(text.token(longest.end()));
    Label bare = ending(text, CUES, closed ? at - 1 : at, from);
    Label cue = bare != null && closed ? bare.until(at) : bare;
    int first = cue == null ? at : cue.first();
    Label relation = ending(text, RELATIONS, first, from);
    return new Found(
        relation == null ? first : relation.first(),
        at,
        longest.end(),
        cue == null ? list : cue,
        relation == null ? null : relation.key(),
        candidates);
  }

  /**
   * The longest label of the list that ends right before the token, not reaching back before {@code
   * from}.
   */
  static @Nullable Label ending(AnalyzedText text, String list, int token, int from) {
    Label longest = null;
    for (int back = 1; back <= 3 && token - back >= from; back++) {
      for (Label label : text.token(token - back).labels()) {
        if (label.list().equals(list) && label.end() == token) {
          longest = label;
          break;
        }
      }
    }
    return longest;
  }

  /** A name of one or two words that only its cue shows to be a place. */
  private static @Nullable Found unknown(
      AnalyzedText text, Sentence sentence, int at, int from, Label cue) {
    int first = beyondMark(text, cue.end(), sentence.end());
    Token token = text.token(first);
    boolean kindAlone = cue.clitics().isDefinite() || cue.clitics().hasPronoun();
    boolean described =
        cue.features().number() != Features.Num.SINGULAR
            && !startsWithArticle(token)
            && !isDualOf(text, cue);
    boolean known = first > cue.end() && longest(token, sentence) != null;
    boolean clause = isResumed(text, sentence, first) || isVerbOf(text, sentence, first);
    if (kindAlone || described || known || clause || !token.isWord() || isNoName(token)) {
      return null;
    }
    int end =
        first == cue.end() ? unmarkedEnd(text, sentence, first) : marked(text, sentence, first);
    if (end < 0) {
      return null;
    }
    Label relation = ending(text, RELATIONS, at, from);
    return new Found(
        relation == null ? at : relation.first(),
        first,
        end,
        cue.until(first),
        relation == null ? null : relation.key(),
        List.of());
  }

  /** "a centre in which youths stay", in Arabic "a centre stay in it": the word is a verb. */
  private static boolean isResumed(AnalyzedText text, Sentence sentence, int at) {
    return at + 1 < sentence.end() && text.token(at + 1).is("name-stops", "with-pronoun");
  }

  /**
   * "a quarter in which X prevail", in Arabic "a quarter prevail the X": a word of the shape of a
   * verb with its subject behind it, which is no adjective of a name.
   */
  private static boolean isVerbOf(AnalyzedText text, Sentence sentence, int at) {
    if (at + 1 >= sentence.end()
        || !text.token(at).isUnknown()
        || !Normalizer.opensLikePresent(text.token(at).norm())) {
      return false;
    }
    Token next = text.token(at + 1);
    boolean adjective =
        Normalizer.isDefiniteRelation(next.norm()) || next.is(NATIONALITIES) || next.is(ADJECTIVES);
    return startsWithArticle(next) && !adjective;
  }

  /** Behind an unknown name of one or two words; -1 where one word is too short to be one. */
  private static int unmarkedEnd(AnalyzedText text, Sentence sentence, int first) {
    if (isOpened(text, sentence, first) || isForeignPair(text, sentence, first)) {
      return first + 2;
    }
    return text.token(first).norm().length() < 3 ? -1 : first + 1;
  }

  /** Where the mark behind a name that stands between marks is; -1 where there is none near. */
  private static int marked(AnalyzedText text, Sentence sentence, int first) {
    for (int i = first + 1; i < Math.min(sentence.end(), first + 1 + LONGEST_SITE); i++) {
      if (!text.token(i).isWord()) {
        return isMark(text.token(i)) ? i : -1;
      }
    }
    return -1;
  }

  /**
   * "the village of Azaya Kura in": two words that no list knows, without articles, closed by a
   * preposition or a comma, are one name of another language.
   */
  private static boolean isForeignPair(AnalyzedText text, Sentence sentence, int first) {
    if (first + 2 >= sentence.end()) {
      return false;
    }
    Token second = text.token(first + 1);
    Token behind = text.token(first + 2);
    boolean closed =
        behind.norm().equals("،")
            || behind.is("event-prepositions", "in")
            || behind.is(RELATIONS)
            || behind.label(CUES) != null && behind.label(CUES).clitics().has("b");
    return closed
        && text.token(first).isUnknown()
        && second.isUnknown()
        && second.isWord()
        && second.norm().length() > 3
        && !startsWithArticle(second)
        && !startsWithArticle(text.token(first))
        && !CuedNames.opensWithAnd(second)
        && !Normalizer.hasTanwin(second.surface())
        && !Normalizer.isRelation(second.norm());
  }

  /** Whether a short first word, such as "mother of" or "hill of", opens a name of two words. */
  private static boolean isOpened(AnalyzedText text, Sentence sentence, int first) {
    int next = first + 1;
    boolean isShort = text.token(first).norm().length() <= 4 && next < sentence.end();
    return isShort
        && text.token(next).isWord()
        && !CuedNames.opensWithAnd(text.token(next))
        && !isNoName(text.token(next))
        && text.token(next).isUnknown();
  }

  /** "the two villages of": a dual without its last letter rules a noun, and no adjective. */
  private static boolean isDualOf(AnalyzedText text, Label cue) {
    boolean dual = cue.features().number() == Features.Num.DUAL;
    return dual && !Normalizer.endsWithNun(text.token(cue.end() - 1).norm());
  }

  /** Behind "towns" or "two bridges" an indefinite word is an adjective, no name. */
  private static boolean startsWithArticle(Token token) {
    return token.norm().length() > 4 && ARTICLE.equals(token.norm().substring(0, 2));
  }

  private static boolean isNoName(Token token) {
    if (isVerbBehindAnd(token)) {
      return true;
    }
    for (Label label : token.labels()) {
      boolean bare = !label.clitics().isDefinite();
      if (label.clitics().has("k")) {
        // "the village of Kafr Zayn" is no village "like Zayn"
        continue;
      }
      if (NO_NAMES.contains(label.list())
          || isUnit(label)
          || bare && (label.list().equals(ADJECTIVES) || isClosedCue(label))) {
        return true;
      }
    }
    return false;
  }

  /** "قرية وقتلوا": a verb that "and" is written to goes on with the sentence. */
  private static boolean isVerbBehindAnd(Token token) {
    boolean verb = false;
    for (Label label : token.labels()) {
      if (label.clitics().before().isEmpty()) {
        return false;
      }
      verb |= label.features().isVerb() && label.clitics().has("w");
    }
    return verb;
  }

  /**
   * Whether a cue names a site ("hospital") that no name opens with, where many open with "hill" or
   * "valley".
   */
  private static boolean isClosedCue(Label label) {
    return label.list().equals(CUES) && label.entry().is("opens", "no");
  }

  /** Whether a cue names a unit ("area"), which no name opens with. */
  private static boolean isUnit(Label label) {
    String kind = label.list().equals(CUES) ? label.entry().attribute("kind") : "";
    return kind.equals("settlement") || kind.equals("district") || kind.equals("province");
  }

  /** Whether the tokens, all of one sentence, are only part of a party's name. */
  static boolean isInside(AnalyzedText text, List<PartyMention> parties, int first, int end) {
    TokenRange range = new TokenRange(first, end);
    int from = text.sentenceOf(first).first();
    for (PartyMention party : BySentence.within(parties, from, end)) {
      boolean named = !party.kind().equals("asset") && !party.kind().equals("role");
      if (named && party.tokens().size() > range.size() && party.tokens().contains(range)) {
        return true;
      }
    }
    return false;
  }
}
