package org.isnad.core.mention.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Clitics;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.Once;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.PlaceMention.Precision;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.rule.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * Settles which place of a name is meant, by named passes in this order: there is only one, the cue
 * word, containment with places named beside it, the country of the article, prominence. A name
 * that needs a cue and has none is no place; one that nothing settles stays a name, with its
 * reason.
 */
final class PlaceResolver {

  /** Two entries of one name this near, in kilometres, are one place for every purpose. */
  private static final double SAME_KM = 10;

  /** Quarters and sites lie within so many kilometres of the middle of their city. */
  private static final double CITY_KM = 25;

  /** What lies "east of" a town lies within so many kilometres of it. */
  private static final double BESIDE_KM = 60;

  /** Towns that a text names in one breath lie within so many kilometres: about a province. */
  private static final double LIST_KM = 150;

  /** From the middle of a desert province to its farthest towns. */
  private static final double VAST_KM = 500;

  /** From the middle of a district to its farthest villages, deserts apart. */
  private static final double FAR_KM = 100;

  /** From the middle of a province to its farthest towns; most are smaller. */
  private static final double PROVINCE_KM = 250;

  /** Key of the relation "on the border with", which says where a place does not lie. */
  private static final String BORDER = "border-with";

  /** How many tokens away a containing place can be named and still be "beside". */
  private static final int BESIDE = 6;

  private final Gazetteer gazetteer;
  private final CuedNames villages;
  private final AnalyzedText text;
  private final FoundNames names;
  private final List<PartyMention> parties;
  private final List<@Nullable List<PlaceMention>> resolved;
  private final Once<Surroundings> surroundings;

  /** The first token at which each place was named; asked only for what stands before. */
  private final Map<String, Integer> earlier = new HashMap<>();

  private int resolvedUntil;

  /** The first token at which a name can be that of each place. */
  private final Map<String, Integer> candidates = new HashMap<>();

  private int namesUntil;

  PlaceResolver(
      Gazetteer gazetteer,
      CuedNames villages,
      AnalyzedText text,
      FoundNames names,
      List<PartyMention> parties) {
    this.gazetteer = gazetteer;
    this.villages = villages;
    this.text = text;
    this.names = names;
    this.parties = parties;
    this.resolved = new ArrayList<>(Collections.nCopies(text.sentences().size(), null));
    this.surroundings = Once.of(() -> Surroundings.of(text, names.all()));
  }

  /** The places of a sentence. */
  List<PlaceMention> resolved(Sentence sentence) {
    List<PlaceMention> mentions = resolved.get(sentence.index());
    if (mentions == null) {
      mentions = resolve(names.in(sentence));
      resolved.set(sentence.index(), mentions);
    }
    return mentions;
  }

  private List<PlaceMention> resolve(List<Found> all) {
    List<PlaceMention> mentions = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      PlaceMention mention = resolve(all, i);
      if (mention != null) {
        mentions.add(mention);
      }
    }
    return mentions;
  }

  private @Nullable PlaceMention resolve(List<Found> all, int i) {
    Found found = withVillages(withHomeland(all.get(i)));
    if (found.cue() != null && found.cue().list().equals(PlaceFinder.HOMELANDS)) {
      return found.candidates().isEmpty()
          ? null
          : mention(found, found.candidates().getFirst(), List.of(), "country of the article");
    }
    if (found.candidates().isEmpty()) {
      return named(found, all, i, "no entry of this name");
    }
    List<Place> left = byCue(found);
    List<Place> contained = byContainment(left, all, i);
    if (contained.isEmpty() && left.size() < found.candidates().size()) {
      contained = byContainment(found.candidates(), all, i);
    }
    contained = contained.isEmpty() ? byList(left, all, i) : contained;
    boolean beside = !contained.isEmpty();
    left = beside ? contained : left;
    if (allNeedCues(left) && !found.hasConstructCue() && !beside && !wasNamed(left, found)) {
      return null;
    }
    Place chosen = left.size() == 1 ? left.getFirst() : heaviest(left);
    if (isSiteAt(found, chosen) && found.cueSays("apart", "yes")) {
      return named(found, all, i, "no entry of this name, and it need not lie at the town");
    }
    if (isSiteAt(found, chosen) && !beside && surroundings.get().areElsewhere(chosen)) {
      return named(found, all, i, "no entry of this name, and the town lies in another country");
    }
    if (found.hasConstructCue() && !beside && isSaidElsewhere(chosen, all, i)) {
      return named(found, all, i, "no entry of this name where the text says it lies");
    }
    if (isForeign(chosen) && !beside) {
      return found.hasConstructCue() || chosen.homely()
          ? named(found, all, i, "no place of this name in a country that the article names")
          : null;
    }
    long rivals = rivals(chosen, left);
    if (rivals > 0) {
      String several = (rivals + 1) + " places of this name in " + chosen.country();
      return named(found, all, i, several + ", and nothing tells them apart");
    }
    earlier.merge(chosen.id(), found.first(), Math::min);
    String pass = pass(found, left, beside, chosen);
    return mention(found, chosen, within(all, i, chosen), pass);
  }

  /** "in the south of the country": the one that the article names, or names most by far. */
  private Found withHomeland(Found found) {
    boolean homeland = found.cue() != null && found.cue().list().equals(PlaceFinder.HOMELANDS);
    Place country = homeland ? gazetteer.country(surroundings.get().mainCountry()) : null;
    return country == null ? found : found.with(List.of(country));
  }

  /**
   * "the village of X in the district of Y", where the only X that is known lies in another country
   * or far from Y: the text means another village of that name.
   */
  private boolean isSaidElsewhere(Place place, List<Found> all, int i) {
    Found next = i + 1 < all.size() ? all.get(i + 1) : null;
    boolean beside =
        next != null
            && next.relation() == null
            && next.cue() != null
            && next.hasConstructCue()
            && !next.isListed()
            && (next.cueSays("unit", "province") || next.cueSays("unit", "district"))
            && !CuedNames.opensWithAnd(text.token(next.first()))
            && next.first() - all.get(i).end() <= 2
            && isBeside(all.get(i), next);
    if (!beside || next == null || next.candidates().isEmpty()) {
      return false;
    }
    boolean elsewhere = true;
    for (Place unit : byCue(next)) {
      elsewhere &= !unit.country().equals(place.country()) || isOutside(place, unit);
    }
    return elsewhere;
  }

  private static boolean isOutside(Place place, Place unit) {
    boolean province = unit.kind() == Place.Kind.PROVINCE;
    boolean known = place.province() != null && !place.province().equals(unit.id());
    return unit.kmTo(place) > (province && known ? LIST_KM : province ? VAST_KM : FAR_KM);
  }

  /**
   * With the villages of the same name, where a cue word stands before it and none of the
   * well-known places lies in a country that the article names.
   */
  private Found withVillages(Found found) {
    if (villages.isEmpty()
        || found.candidates().isEmpty()
        || !found.hasConstructCue()
        || isAtHome(found)) {
      return found;
    }
    List<Place> all = new ArrayList<>(found.candidates());
    villages.exactly(found.name(), found.end()).stream()
        .filter(p -> !all.contains(p))
        .forEach(all::add);
    return found.with(all);
  }

  private boolean isAtHome(Found found) {
    Map<String, Integer> countries = surroundings.get().countries();
    return countries.isEmpty()
        || found.candidates().stream().anyMatch(p -> countries.containsKey(p.country()));
  }

  private static boolean allNeedCues(List<Place> places) {
    for (int i = 0; i < places.size(); i++) {
      if (!places.get(i).needsCue()) {
        return false;
      }
    }
    return true;
  }

  private Place heaviest(List<Place> places) {
    return places.stream().max(byWeight()).orElseThrow();
  }

  /** Heaviest last; then the province that the article names; then the id, which is only order. */
  private Comparator<Place> byWeight() {
    return Comparator.comparingDouble(this::weight)
        .thenComparing(this::isInNamedProvince)
        .thenComparing(Place::id, Comparator.reverseOrder());
  }

  private boolean isInNamedProvince(Place place) {
    return surroundings.get().provinces().containsKey(String.valueOf(place.province()));
  }

  /** How many others are as likely as the chosen one and lie elsewhere. */
  private long rivals(Place chosen, List<Place> left) {
    if (left.size() == 1) {
      return 0;
    }
    return left.stream()
        .filter(
            p ->
                weight(p) == weight(chosen)
                    && isInNamedProvince(p) == isInNamedProvince(chosen)
                    && p.kind() == chosen.kind()
                    && p.kmTo(chosen) >= SAME_KM)
        .count();
  }

  /** The pass that left the chosen place alone. */
  private String pass(Found found, List<Place> left, boolean beside, Place chosen) {
    if (found.candidates().size() == 1) {
      return beside ? "containment" : found.cue() != null ? "cue" : "name";
    }
    if (left.size() == 1) {
      return beside ? "containment" : "cue";
    }
    boolean first =
        left.stream().allMatch(p -> p.id().equals(chosen.id()) || p.rank() < chosen.rank());
    boolean here = surroundings.get().countries().containsKey(chosen.country());
    return first || !here ? "prominence" : "country of the article";
  }

  /**
   * Whether a small place with a common name lies in a country of which the article says nothing,
   * while it names others: hundreds of villages share their names across countries.
   */
  private boolean isForeign(Place place) {
    if (!place.needsCue() && !place.homely()) {
      return false;
    }
    Map<String, Integer> countries = surroundings.get().countries();
    return !countries.isEmpty() && !countries.containsKey(place.country());
  }

  /** Whether the text has named one of the places before; what stands before is read for that. */
  private boolean wasNamed(List<Place> places, Found found) {
    int sentence = text.sentenceOf(found.first()).index();
    if (!mayHaveBeenNamed(places, found, sentence)) {
      return false;
    }
    while (resolvedUntil < sentence) {
      resolved(text.sentences().get(resolvedUntil));
      resolvedUntil++;
    }
    return places.stream()
        .anyMatch(p -> earlier.getOrDefault(p.id(), Integer.MAX_VALUE) < found.first());
  }

  /** Whether a name before can be that of one of the places; most are no other's. */
  private boolean mayHaveBeenNamed(List<Place> places, Found found, int sentence) {
    if (!villages.isEmpty()) {
      return true;
    }
    for (; namesUntil <= sentence; namesUntil++) {
      for (Found name : names.in(text.sentences().get(namesUntil))) {
        for (Place candidate : name.candidates()) {
          candidates.merge(candidate.id(), name.first(), Math::min);
        }
      }
    }
    for (Place place : places) {
      if (candidates.getOrDefault(place.id(), Integer.MAX_VALUE) < found.first()) {
        return true;
      }
    }
    return false;
  }

  private double weight(Place place) {
    int named = surroundings.get().countries().getOrDefault(place.country(), 0);
    return place.rank() + Math.min(named, 5) * 2.0 - (place.needsCue() ? 1 : 0);
  }

  private static List<Place> byCue(Found found) {
    String kind = found.cueKind();
    if (kind.isEmpty()) {
      return found.candidates();
    }
    List<Place> fitting = found.candidates().stream().filter(p -> fits(kind, p)).toList();
    return fitting.isEmpty() ? found.candidates() : fitting;
  }

  static boolean fits(String cue, Place place) {
    return switch (cue) {
      case "province" -> place.kind() == Place.Kind.PROVINCE;
      case "district" ->
          place.kind() == Place.Kind.DISTRICT || place.kind() == Place.Kind.SETTLEMENT;
      case "settlement" ->
          place.kind() == Place.Kind.SETTLEMENT || place.kind() == Place.Kind.QUARTER;
      case "site" -> place.kind() == Place.Kind.SITE;
      case "water" -> place.kind() == Place.Kind.WATER;
      default -> true;
    };
  }

  private List<Place> byContainment(List<Place> candidates, List<Found> all, int i) {
    for (int step : new int[] {1, -1}) {
      Found other = i + step >= 0 && i + step < all.size() ? all.get(i + step) : null;
      if (other == null || !isBeside(all.get(i), other)) {
        continue;
      }
      for (Place wide : other.candidates()) {
        List<Place> inside = inside(wide, candidates);
        if (!inside.isEmpty() && (candidates.size() > 1 || wide.kind() != Place.Kind.COUNTRY)) {
          return inside;
        }
      }
    }
    return byNearness(candidates, all, i);
  }

  /**
   * "in X and Y": a name that is a common word too, joined by "and" to a town not far from it that
   * needs no cue.
   */
  private List<Place> byList(List<Place> candidates, List<Found> all, int i) {
    if (!candidates.stream().allMatch(Place::needsCue)) {
      return List.of();
    }
    for (int step : new int[] {-1, 1}) {
      Found other = i + step >= 0 && i + step < all.size() ? all.get(i + step) : null;
      Found second = step < 0 ? all.get(i) : other;
      boolean joined =
          other != null
              && second != null
              && (step < 0 ? second.first() == other.end() : other.first() == all.get(i).end())
              && second.cue() == null
              && CuedNames.opensWithAnd(text.token(second.first()));
      for (Place known : joined && other != null ? other.candidates() : List.<Place>of()) {
        List<Place> near =
            candidates.stream()
                .filter(p -> p.country().equals(known.country()) && p.kmTo(known) < LIST_KM)
                .toList();
        boolean town = known.kind() == Place.Kind.SETTLEMENT || known.kind() == Place.Kind.DISTRICT;
        if (town && !known.needsCue() && !near.isEmpty()) {
          return near;
        }
      }
    }
    return List.of();
  }

  /**
   * "X, east of Y": of several places of one name, those that lie near the one from which the text
   * points.
   */
  private List<Place> byNearness(List<Place> candidates, List<Found> all, int i) {
    Found other = i + 1 < all.size() ? all.get(i + 1) : null;
    boolean points =
        candidates.size() > 1
            && other != null
            && other.relation() != null
            && other.first() - all.get(i).end() <= 1
            && isBeside(all.get(i), other);
    for (Place from : points && other != null ? other.candidates() : List.<Place>of()) {
      boolean town = from.kind() == Place.Kind.SETTLEMENT || from.kind() == Place.Kind.DISTRICT;
      List<Place> near = candidates.stream().filter(p -> from.kmTo(p) < BESIDE_KM).toList();
      if (town && !near.isEmpty() && near.size() < candidates.size()) {
        return near;
      }
    }
    return List.of();
  }

  private static List<Place> inside(Place wide, List<Place> places) {
    List<Place> inside = List.of();
    for (Place place : places) {
      if (contains(wide, place)) {
        inside = inside.isEmpty() ? new ArrayList<>(2) : inside;
        inside.add(place);
      }
    }
    return inside;
  }

  private boolean isBeside(Found a, Found b) {
    int gap = a.first() < b.first() ? b.first() - a.end() : a.first() - b.end();
    return gap >= 0
        && gap <= BESIDE
        && text.sentenceOf(a.first()).index() == text.sentenceOf(b.first()).index();
  }

  static boolean contains(Place wide, Place narrow) {
    if (wide.id().equals(narrow.id())) {
      return false;
    }
    return switch (wide.kind()) {
      case COUNTRY, PROVINCE, REGION -> wide.holds(narrow);
      case SETTLEMENT, DISTRICT ->
          (narrow.kind() == Place.Kind.QUARTER || narrow.kind() == Place.Kind.SITE)
              && wide.country().equals(narrow.country())
              && wide.kmTo(narrow) < CITY_KM;
      default -> false;
    };
  }

  private List<Place> within(List<Found> all, int i, Place chosen) {
    List<Place> within = new ArrayList<>();
    for (int j = i + 1; j < all.size() && isBeside(all.get(j - 1), all.get(j)); j++) {
      for (Place wide : all.get(j).candidates()) {
        boolean holds = contains(wide, chosen) || isSaidToHold(wide, chosen);
        if (holds && !within.contains(wide)) {
          within.add(wide);
        }
      }
    }
    return within;
  }

  /** "X in the province of Y", where the gazetteer does not know the province of X. */
  private static boolean isSaidToHold(Place wide, Place narrow) {
    return wide.kind() == Place.Kind.PROVINCE
        && narrow.kind() != Place.Kind.PROVINCE
        && narrow.kind() != Place.Kind.COUNTRY
        && narrow.province() == null
        && wide.country().equals(narrow.country())
        && wide.kmTo(narrow) < PROVINCE_KM;
  }

  /**
   * A name that only its cue shows: kept without coordinates; what is named beside it contains it.
   * Behind the first of a list a cue shows too little.
   */
  private @Nullable PlaceMention named(Found found, List<Found> all, int i, String reason) {
    if (found.isListed()) {
      return null;
    }
    List<Place> within = new ArrayList<>();
    for (int j = i + 1;
        within.isEmpty() && j < all.size() && isBeside(all.get(j - 1), all.get(j));
        j++) {
      Place holder = tellsAnother(all.get(j - 1), all.get(j)) ? null : holder(all.get(j));
      if (holder != null) {
        within.add(holder);
      }
    }
    Place country = gazetteer.country(surroundings.get().onlyCountry());
    if (within.isEmpty() && country != null) {
      within.add(country);
    }
    boolean vague =
        found.cueKind().equals("region") || found.cueKind().equals("water") && within.isEmpty();
    if (vague) {
      return null;
    }
    TokenRange tokens = new TokenRange(found.first(), found.end());
    return new PlaceMention(
        text.span(found.first(), found.end()),
        tokens,
        isSite(found) ? siteName(found) : unknownName(found),
        precision(found),
        null,
        found.relation(),
        within,
        PlaceFinder.isInside(text, parties, found.first(), found.end()),
        reason,
        derivation(found, "place/unknown"));
  }

  /** "in X, with shells that they fired from Y": a verb stands between. */
  private boolean tellsAnother(Found found, Found next) {
    for (int t = found.end(); t < next.first(); t++) {
      for (Label label : text.token(t).labels()) {
        if (label.list().equals("event-verbs") && label.features().isVerb()) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a place named behind an unknown name is, where it can hold it; null where it cannot. */
  private @Nullable Place holder(Found found) {
    if (found.candidates().isEmpty() || BORDER.equals(found.relation())) {
      return null;
    }
    Place holder = byCue(found).stream().max(byWeight()).orElseThrow();
    return isForeign(holder) || surroundings.get().areElsewhere(holder) ? null : holder;
  }

  /** The words of a name without cue, which stands behind "and" alone, without it. */
  private String unknownName(Found found) {
    String words = text.words(found.name(), found.end());
    return found.cue() == null && found.candidates().isEmpty() ? words.substring(1) : words;
  }

  /** As said by a word before the name, or by its cue: the countryside of a town is around it. */
  private static @Nullable String relation(Found found, Place place) {
    String cued = found.cue() == null ? "" : found.cue().entry().attribute("relation");
    boolean town = place.kind() == Place.Kind.SETTLEMENT && !found.isListed();
    boolean border = place.kind() == Place.Kind.COUNTRY && cued.equals(BORDER);
    boolean said = border || town && !cued.isEmpty() && !cued.equals(BORDER);
    return found.relation() == null && said ? cued : found.relation();
  }

  /** "The bridge of X": a site that has no entry, known to lie at X. */
  private static boolean isSiteAt(Found found, Place place) {
    return isSite(found)
        && found.hasConstructCue()
        && !found.isListed()
        && (place.kind() == Place.Kind.SETTLEMENT || place.kind() == Place.Kind.QUARTER);
  }

  /** The name with its generic word, without what is written together with it. */
  private String siteName(Found found) {
    Label cue = found.cue();
    if (cue == null) {
      return text.words(found.name(), found.end());
    }
    String words = text.words(cue.first(), found.end());
    return words.substring(Math.min(words.length(), taken(cue.clitics())));
  }

  /**
   * "in the district of X", which is also spelled as the courts of X: a unit named by its own word
   * behind a preposition of place is where something happened.
   */
  private boolean isUnit(Found found) {
    Label cue = found.cue();
    boolean unit = cue != null && found.hasConstructCue() && cue.entry().is("unit", "district");
    if (!unit || cue == null || cue.end() != found.name()) {
      return false;
    }
    int before = cue.first() - 1;
    return cue.clitics().has("b")
        || before >= 0 && text.token(before).is("event-prepositions", "in");
  }

  private static boolean isSite(Found found) {
    return found.cueKind().equals("site");
  }

  private Precision precision(Found found) {
    if (found.cue() == null && !found.candidates().isEmpty()) {
      return precision(found.candidates().getFirst());
    }
    return switch (found.cueKind()) {
      case "site" -> Precision.SITE;
      case "district" -> Precision.DISTRICT;
      case "province" -> Precision.PROVINCE;
      default -> Precision.SETTLEMENT;
    };
  }

  private PlaceMention mention(Found found, Place place, List<Place> within, String pass) {
    TokenRange tokens = new TokenRange(found.first(), found.end());
    return new PlaceMention(
        text.span(found.first(), found.end()),
        tokens,
        isSiteAt(found, place) ? siteName(found) : name(found),
        precision(found, place),
        place,
        relation(found, place),
        within,
        !isUnit(found) && PlaceFinder.isInside(text, parties, found.name(), found.end()),
        pass,
        derivation(found, "place/" + pass.replace(' ', '-')));
  }

  /** The name as in the text, without what is written together with it. */
  private String name(Found found) {
    String words = text.words(found.name(), found.end());
    for (Label label : text.token(found.name()).labels()) {
      boolean whole = label.list().equals(Gazetteer.LIST) && label.end() == found.end();
      if (whole || label.list().equals("place-territories")) {
        return words.substring(Math.min(words.length(), taken(label.clitics())));
      }
    }
    boolean and = found.isListed() && CuedNames.opensWithAnd(text.token(found.name()));
    return and ? words.substring(1) : words;
  }

  private static int taken(Clitics clitics) {
    int letters = 0;
    for (String key : clitics.before()) {
      letters += key.equals("al") ? 2 : 1;
    }
    return letters;
  }

  private Derivation derivation(Found found, String rule) {
    List<String> entries = new ArrayList<>();
    if (found.cue() != null) {
      entries.add(found.cue().entry().qualified());
    }
    found.candidates().forEach(p -> entries.add(Gazetteer.LIST + ":" + p.id()));
    return new Derivation(rule, entries);
  }

  /** A governorate, district or city by its cue ("the governorate of X"), else by its entry. */
  private Precision precision(Found found, Place place) {
    Precision entry = isSiteAt(found, place) ? Precision.SITE : precision(place);
    boolean unit =
        entry == Precision.SETTLEMENT || entry == Precision.DISTRICT || entry == Precision.PROVINCE;
    if (!unit || !found.hasConstructCue() || found.isListed() || found.cue() == null) {
      return entry;
    }
    return switch (found.cue().entry().attribute("unit")) {
      case "province" -> Precision.PROVINCE;
      case "district" -> Precision.DISTRICT;
      case "settlement" -> Precision.SETTLEMENT;
      default -> entry;
    };
  }

  private Precision precision(Place place) {
    return switch (place.kind()) {
      case SITE, WATER -> Precision.SITE;
      case QUARTER, SETTLEMENT -> Precision.SETTLEMENT;
      case DISTRICT -> Precision.DISTRICT;
      case PROVINCE -> Precision.PROVINCE;
      case COUNTRY -> Precision.COUNTRY;
      case REGION ->
          gazetteer.country(place.country()) == null ? Precision.REGION : Precision.PROVINCE;
    };
  }
}
