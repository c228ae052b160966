package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.PlaceMention.Precision;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the place of a draft among those in its reach (codebook section 6), and the other places
 * of the same list, each of which is a report of its own (section 12).
 *
 * <p>Places are first joined to phrases: "the quarter of X in Y" is one phrase about X, "X, Y and
 * Z" one phrase of three. The phrase that hangs on a preposition, behind the event word, near it
 * and finer, wins.
 */
final class PlaceChoice {

  /** Most tokens between a place and one that holds it: a preposition and a cue word. */
  private static final int HOLDER_GAP = 4;

  /** Most tokens between two places of a list: "and", a cue word, an adjective and a holder. */
  private static final int LIST_GAP = 6;

  /** Most tokens from a place to that of the next thing struck: two nouns and a preposition. */
  private static final int OBJECT_GAP = 7;

  /** Most tokens from "the capital" to the name: an adjective of nationality between. */
  private static final int CUE_REACH = 2;

  /** Most tokens from a border to the state behind "between": an adjective and a quotation mark. */
  private static final int BETWEEN_REACH = 4;

  /** Most tokens of a subject between a verb and the town that it strikes, with "the city of". */
  private static final int SUBJECT_REACH = 4;

  /** Tokens that cost a phrase one point: about the length of a short clause. */
  private static final int POINT_PER_TOKENS = 12;

  private final Draft draft;

  private PlaceChoice(Draft draft) {
    this.draft = draft;
  }

  /** Sets the draft's place and the others of its list. */
  static void read(Draft draft, List<PlaceMention> places) {
    new PlaceChoice(draft).choose(places);
  }

  /** A place phrase: its list, how it hangs, and the last token that belongs to it. */
  private static final class Phrase {
    private final List<PlaceMention> list = new ArrayList<>();
    private final Link link;
    private int end;

    /** Whether the last place only says what the phrase lies near: "near X and Y". */
    private boolean beside;

    Phrase(PlaceMention first, Link link) {
      this.list.add(first);
      this.link = link;
      this.end = first.tokens().end();
    }

    PlaceMention first() {
      return list.getFirst();
    }

    /** Whether it says where something was, so that what it lists are places of their own. */
    boolean hangsOnPlace() {
      return link == Link.PLACE || first().relation() != null;
    }
  }

  private void choose(List<PlaceMention> places) {
    List<Phrase> phrases = phrases(places);
    Phrase best = null;
    int bestScore = 0;
    for (Phrase phrase : phrases) {
      int score = isHomeland(phrase) ? 0 : score(phrase);
      if (score > bestScore) {
        best = phrase;
        bestScore = score;
      }
    }
    best = best == null ? homeland(phrases) : best;
    if (best == null) {
      return;
    }
    Phrase finer = finer(phrases, best);
    List<PlaceMention> list = (finer == null ? best : finer).list;
    draft.place = list.size() == 1 ? namedUnit(places, list.getFirst()) : list.getFirst();
    draft.otherPlaces.addAll(list.subList(1, list.size()));
  }

  /** "in the south of the country", where the sentence names no other place. */
  private @Nullable Phrase homeland(List<Phrase> phrases) {
    return phrases.stream().filter(this::isHomeland).findFirst().orElse(null);
  }

  private boolean isHomeland(Phrase phrase) {
    return draft.text.token(phrase.first().tokens().end() - 1).is("place-homelands");
  }

  /**
   * "a checkpoint in X": a site without a name takes the unit that is named (codebook section 12).
   */
  private PlaceMention namedUnit(List<PlaceMention> places, PlaceMention site) {
    boolean unnamed = site.place() == null && site.precision() == Precision.SITE && isUnnamed(site);
    for (PlaceMention place : unnamed ? places : List.<PlaceMention>of()) {
      int gap = place.tokens().first() - site.tokens().end();
      boolean behind = gap >= 0 && gap <= HOLDER_GAP;
      if (behind && place.place() != null && place.precision() != Precision.COUNTRY) {
        return place;
      }
    }
    return site;
  }

  /** An indefinite noun for a site with nothing but adjectives of relation behind it. */
  private boolean isUnnamed(PlaceMention site) {
    for (int i = site.tokens().first() + 1; i < site.tokens().end(); i++) {
      String norm = draft.text.token(i).norm();
      if (!draft.text.token(i).isWord()
          || Normalizer.opensWithArticle(norm)
          || !Normalizer.isRelation(norm)) {
        return false;
      }
    }
    return !Normalizer.opensWithArticle(draft.text.token(site.tokens().first()).norm());
  }

  private List<Phrase> phrases(List<PlaceMention> places) {
    List<Phrase> phrases = new ArrayList<>();
    for (PlaceMention place : places) {
      if (place.insideName()) {
        continue;
      }
      Link link = Link.of(draft.text, place.tokens());
      Phrase last = phrases.isEmpty() ? null : phrases.getLast();
      if (last == null || !joins(last, place, link)) {
        phrases.add(new Phrase(place, link));
      } else {
        last.beside = last.list.getLast() != place && place.relation() != null;
        last.end = place.tokens().end();
      }
    }
    return phrases;
  }

  private boolean joins(Phrase phrase, PlaceMention place, Link link) {
    int gap = place.tokens().first() - phrase.end;
    if (hasEventWord(phrase.end, place.tokens().first())) {
      return false;
    }
    boolean apart =
        place.relation() != null && phrase.list.getLast().precision() == Precision.COUNTRY;
    if (apart) {
      return false;
    }
    boolean listed =
        link == Link.AND
            || link == Link.NONE && gap == 1 && isComma(phrase.end) && samePrecision(phrase, place);
    if (phrase.beside && link == Link.AND && gap <= 1 && place.relation() == null) {
      return true;
    }
    boolean alike =
        place.precision() != Precision.COUNTRY
            || phrase.list.getLast().precision() == Precision.COUNTRY;
    if (alike && (listed && gap <= LIST_GAP || isOfNextObject(phrase, place, link))) {
      phrase.list.add(place);
      return true;
    }
    boolean alias = link == Link.NONE && gap <= 1 && !isComma(phrase.end);
    // "the district of X north of Y" is about X
    alias |= place.relation() != null && gap <= 1;
    boolean coarser =
        place.precision().compareTo(phrase.list.getLast().precision()) >= 0
            && !(isUnnamedObject(phrase) && link == Link.PLACE);
    return alias || coarser && gap <= HOLDER_GAP && link != Link.OTHER && link != Link.AND;
  }

  /**
   * "struck positions near X and a depot near Y": the place of the next thing that was struck,
   * where "and" opens a phrase that no verb stands in.
   */
  private boolean isOfNextObject(Phrase phrase, PlaceMention place, Link link) {
    int first = place.tokens().first();
    boolean near = first - phrase.end <= OBJECT_GAP && phrase.end < first;
    if (!near
        || link != Link.PLACE && place.relation() == null
        || !phrase.hangsOnPlace()
        || !SameEvent.isByMeans(draft.type)
        || phrase.list.getLast().precision().compareTo(Precision.DISTRICT) > 0
        || place.precision().compareTo(Precision.DISTRICT) > 0) {
      return false;
    }
    int at = phrase.end;
    while (at < first && draft.text.token(at).isPunctuation()) {
      at++;
    }
    for (int i = at; i < first; i++) {
      Token token = draft.text.token(i);
      boolean opens = i == at ? isObject(token) : closes(token);
      if (i == at != opens) {
        return false;
      }
    }
    return at < first;
  }

  /** "and a depot": a noun with its "and" and no article, which no list knows as a verb. */
  private static boolean isObject(Token token) {
    return Normalizer.opensWithConjunction(token.norm())
        && token.norm().length() > 3
        && !token.is("event-connectives")
        && !token.is("event-prepositions")
        && token.labels().stream().noneMatch(PlaceChoice::isVerb)
        && token.labels().stream().anyMatch(l -> l.clitics().has("w"));
  }

  private static boolean closes(Token token) {
    return token.isPunctuation()
        || token.is("event-connectives")
        || token.labels().stream().anyMatch(PlaceChoice::isVerb);
  }

  private static boolean isVerb(Label label) {
    return label.features().isVerb();
  }

  /** "struck the seat of a mission in X": a site that no name tells, and X says where. */
  private boolean isUnnamedObject(Phrase phrase) {
    PlaceMention site = phrase.first();
    return site.place() == null && site.precision() == Precision.SITE && phrase.link == Link.NONE;
  }

  private static boolean samePrecision(Phrase phrase, PlaceMention place) {
    return phrase.list.getLast().precision() == place.precision();
  }

  private boolean isComma(int token) {
    String norm = draft.text.token(token).norm();
    return norm.equals("،") || norm.equals(",");
  }

  private boolean hasEventWord(int from, int to) {
    return draft.words.stream().anyMatch(w -> w.first() >= from && w.first() < to);
  }

  private int score(Phrase phrase) {
    PlaceMention place = phrase.first();
    boolean after = place.tokens().first() > draft.words.getFirst().first();
    boolean launcher =
        place.precision() == Precision.COUNTRY
            && draft.head().isVerb()
            && draft.head().role() == EventWord.Role.LAUNCH;
    boolean object = after && (distance(phrase) <= 1 || isStruck(place)) && !launcher;
    boolean country =
        !object
            && (place.precision() == Precision.COUNTRY
                || draft.text.token(place.tokens().first()).is("capitals"));
    boolean beside =
        phrase.link == Link.WITH && draft.type != EventType.TALKS && !isBetweenPlaces(place);
    boolean state =
        country
            && place.relation() == null
            && (isUnmarked(phrase.link) || beside)
            && !isCalledCity(place);
    boolean part = isPartOf(place);
    boolean origin = phrase.link == Link.OTHER && place.precision() == Precision.COUNTRY && !part;
    boolean described =
        place.place() == null
            && place.precision() == Precision.SITE
            && !object
            && phrase.link == Link.NONE;
    if (state || described || origin) {
      return 0;
    }
    int points =
        switch (phrase.link) {
          case PLACE, MEANS, TARGET -> 4;
          case NONE, AND, OF -> country && place.relation() == null ? -2 : 2;
          default -> part ? 4 : place.relation() != null || isToward(place) ? 2 : 1;
        };
    points += after ? 2 : 0;
    Place entry = place.place();
    boolean sea =
        entry != null
            && entry.kind() == Place.Kind.WATER
            && entry.country().isEmpty()
            && !draft.text.token(place.tokens().first()).is("place-cues", "lake");
    points += !sea && place.precision().compareTo(Precision.PROVINCE) < 0 ? 1 : 0;
    points -= distance(phrase) / POINT_PER_TOKENS;
    return points + (opensClause(phrase) ? -2 : 0);
  }

  /**
   * Whether no preposition of place marks the phrase: a capital or country that hangs so is a state
   * that supports, refuses or accuses.
   */
  private static boolean isUnmarked(Link link) {
    return link == Link.NONE || link == Link.OF;
  }

  /**
   * "on the border between X and Y", where "tension between X and Y" is between two states: a word
   * for a place stands before the preposition.
   */
  private boolean isBetweenPlaces(PlaceMention place) {
    int first = place.tokens().first();
    for (int i = first - 1; i >= Math.max(draft.sentence.first(), first - BETWEEN_REACH); i--) {
      if (draft.text.token(i).is("place-cues")) {
        return true;
      }
    }
    return false;
  }

  /** "the Somali capital Mogadishu": a city by its cue, and no state that acts. */
  private boolean isCalledCity(PlaceMention place) {
    int first = place.tokens().first();
    for (int i = first; i >= Math.max(draft.sentence.first(), first - CUE_REACH); i--) {
      Token token = draft.text.token(i);
      Label cue = token.label("place-cues");
      if (cue != null && cue.entry().is("kind", "settlement")) {
        return i < first || cue.end() <= place.tokens().end();
      }
      if (i < first && !token.is("nationalities")) {
        return false;
      }
    }
    return false;
  }

  /** "Iranian missiles struck X": the object of the verb, with nothing but its subject between. */
  private boolean isStruck(PlaceMention place) {
    EventWord verb = draft.head();
    boolean strikes =
        verb.isVerb()
            && verb.role() == EventWord.Role.STRIKE
            && !verb.label().clitics().hasPronoun()
            && !verb.label().features().passive();
    int first = place.tokens().first();
    if (!strikes || first < verb.end() || first - verb.end() > SUBJECT_REACH) {
      return false;
    }
    for (int i = verb.end(); i < first; i++) {
      Token token = draft.text.token(i);
      boolean subject =
          token.is("weapons")
              || token.is("forces")
              || token.is("force-adjectives")
              || token.is("nationalities")
              || token.is("place-cues", "city");
      if (!subject || token.is("event-prepositions")) {
        return false;
      }
    }
    return Link.of(draft.text, place.tokens()) == Link.NONE;
  }

  /** "on wide areas of X": the areas are no place of their own, and X is where they are. */
  private boolean isPartOf(PlaceMention place) {
    int of = place.tokens().first() - 1;
    if (of < draft.sentence.first() || !draft.text.token(of).is("name-stops", "from")) {
      return false;
    }
    for (int i = of - 1; i >= Math.max(draft.sentence.first(), of - CUE_REACH); i--) {
      Label area = draft.text.token(i).label("place-cues");
      if (area != null) {
        return area.key().equals("area") && !area.clitics().isDefinite();
      }
    }
    return false;
  }

  /** "toward X": where it was aimed, and not where it came from (codebook section 12). */
  private boolean isToward(PlaceMention place) {
    for (int back = 1; back <= 2 && place.tokens().first() - back >= 0; back++) {
      Label label = draft.text.token(place.tokens().first() - back).label("event-prepositions");
      if (label != null && label.end() == place.tokens().first()) {
        return label.entry().is("class", "to");
      }
    }
    return false;
  }

  private int distance(Phrase phrase) {
    int best = Integer.MAX_VALUE;
    for (EventWord word : draft.words) {
      int first = phrase.first().tokens().first();
      best = Math.min(best, first >= word.end() ? first - word.end() : word.first() - phrase.end);
    }
    return best;
  }

  /** Whether a subordinate clause opens between the event and the phrase. */
  private boolean opensClause(Phrase phrase) {
    int from = draft.last().end();
    int to = phrase.first().tokens().first();
    AnalyzedText text = draft.text;
    for (int i = from; i < to; i++) {
      Token token = text.token(i);
      if (token.label("event-connectives") != null
          && !token.label("event-connectives").entry().is("class", "relative")) {
        return true;
      }
    }
    return false;
  }

  /** A phrase behind the event that lies inside the chosen country or province. */
  private @Nullable Phrase finer(List<Phrase> phrases, Phrase chosen) {
    Place wide = chosen.first().place();
    if (wide == null || chosen.list.size() > 1) {
      return null;
    }
    for (Phrase phrase : phrases) {
      Place narrow = phrase.first().place();
      boolean fits =
          narrow != null
              && phrase.link != Link.OTHER
              && phrase.first().tokens().first() > draft.words.getFirst().first();
      boolean finer = phrase.first().precision().compareTo(chosen.first().precision()) < 0;
      if (fits
          && finer
          && narrow != null
          && !opensClause(phrase)
          && SameEvent.contains(wide, narrow)) {
        return phrase;
      }
    }
    return null;
  }
}
