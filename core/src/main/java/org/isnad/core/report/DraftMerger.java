package org.isnad.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.PlaceMention.Precision;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.source.SpeechAct;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what an article says of one event in several sentences (codebook section 1): a
 * definite word that can mean an event already told, or the same kind of event at the same place.
 */
final class DraftMerger {

  /** Roles of verbs by which a weapon or attackers act. */
  private static final Set<EventWord.Role> ACTS =
      Set.of(EventWord.Role.STRIKE, EventWord.Role.LAUNCH, EventWord.Role.CARRIER);

  /** Relations that name all that lies on one side of a city. */
  private static final Set<String> DIRECTIONS =
      Set.of("north-of", "south-of", "east-of", "west-of", "outskirts-of");

  /** Sentences over which a definite word for an attack still means those told before. */
  private static final int INHERITED_WITHIN = 4;

  /**
   * Events told last that a word can mean: many times those of any article of news, so that a text
   * of a hundred thousand events does not compare each of them with all.
   */
  private static final int REMEMBERED = 200;

  /** The drafts that remain, in text order; what was merged is in the one it belongs to. */
  List<Draft> merge(List<Draft> drafts) {
    List<Draft> kept = new ArrayList<>();
    List<Draft> orphans = new ArrayList<>();
    Elaboration.mark(drafts);
    for (Draft draft : drafts) {
      draft.telling = Telling.of(draft);
      List<Draft> recent = kept.subList(Math.max(0, kept.size() - REMEMBERED), kept.size());
      ListedEvents.inherit(recent, draft);
      if (ListedEvents.share(recent, draft)) {
        continue;
      }
      if (!kept.isEmpty() && isFightForGround(kept.getLast(), draft)) {
        absorb(kept.getLast(), draft);
        continue;
      }
      if (!kept.isEmpty() && isSameRaid(kept.getLast(), draft)) {
        absorb(kept.getLast(), draft);
        kept.getLast().type = EventType.SECURITY_OPERATION;
        continue;
      }
      Draft earlier = antecedent(recent, draft);
      earlier = earlier == null ? sum(recent, draft) : earlier;
      if (earlier == null) {
        inherit(recent, draft);
        leaveAnnouncement(recent, draft);
        if (Concreteness.stands(draft)) {
          kept.add(draft);
        } else {
          orphans.add(draft);
        }
      } else {
        absorb(earlier, draft);
      }
    }
    leaveFigures(kept, orphans);
    dropCrime(kept);
    boolean violence =
        kept.stream()
            .anyMatch(d -> d.type != EventType.TALKS && d.type != EventType.SECURITY_OPERATION);
    dropLessons(kept);
    kept.removeIf(d -> d.type == EventType.TALKS && !violence && !d.ofConflict);
    return kept;
  }

  /** "retook the town after battles with the group": the fight by which ground was taken. */
  private static boolean isFightForGround(Draft earlier, Draft draft) {
    EventWord noun = draft.words.getFirst();
    boolean after = noun.first() > 0 && isAfterWord(draft, noun.first() - 1);
    return after
        && earlier.text == draft.text
        && earlier.sentence == draft.sentence
        && earlier.type == EventType.CLASH
        && draft.type == EventType.CLASH
        && noun.role() == EventWord.Role.NOUN
        && !noun.label().clitics().isDefinite()
        && draft.place == null
        && draft.tolls.isEmpty();
  }

  private static boolean isAfterWord(Draft draft, int at) {
    Label label = draft.text.token(at).label("event-prepositions");
    return label != null && label.key().equals("after");
  }

  /**
   * "the army stormed the town and arrested three": what the same forces go on with in one breath,
   * nobody killed, is one operation.
   */
  private static boolean isSameRaid(Draft earlier, Draft draft) {
    EventWord verb = draft.words.getFirst();
    boolean goesOn =
        earlier.text == draft.text
            && earlier.sentence == draft.sentence
            && verb.isVerb()
            && (verb.label().clitics().has("w") || verb.label().clitics().has("f"));
    boolean raid =
        earlier.type == EventType.SECURITY_OPERATION
            || EventType.ARMED_ATTACK.id().equals(earlier.head().type())
                && earlier.head().label().entry().is("enters", "yes");
    return goesOn
        && raid
        && draft.type == EventType.SECURITY_OPERATION
        && draft.actors.isEmpty()
        && !earlier.actors.isEmpty()
        && draft.place == null
        && earlier.tolls.isEmpty()
        && (draft.time == null || draft.time == earlier.time);
  }

  /**
   * Arrests and searches are of the conflict where a sentence about them names it, or where the
   * article tells of violence; else they are common crime.
   */
  private static void dropCrime(List<Draft> kept) {
    boolean violence =
        kept.stream()
            .anyMatch(d -> !Concreteness.isSoft(d) && d.type != EventType.SECURITY_OPERATION);
    boolean conflict =
        violence
            || kept.stream()
                .filter(d -> d.type == EventType.SECURITY_OPERATION)
                .anyMatch(d -> d.ofConflict || !d.tolls.isEmpty());
    kept.removeIf(d -> d.type == EventType.SECURITY_OPERATION && !conflict);
  }

  /**
   * History lessons: where an article tells of no violence, what it recalls once in passing and not
   * of these days is none of its reports (codebook section 1).
   */
  private static void dropLessons(List<Draft> kept) {
    boolean news =
        kept.stream().anyMatch(d -> d.telling == Telling.TOLD && !Concreteness.isSoft(d));
    kept.removeIf(
        d -> !news && !Concreteness.isSoft(d) && d.evidence.size() == 1 && !Telling.isRecent(d));
  }

  /**
   * What falls too short of an event leaves its figures to the event of its sentence, if there is
   * just one.
   */
  private static void leaveFigures(List<Draft> kept, List<Draft> orphans) {
    Map<Sentence, List<Draft>> told = new HashMap<>();
    for (Draft draft : kept) {
      for (Sentence sentence : new LinkedHashSet<>(draft.evidence)) {
        told.computeIfAbsent(sentence, key -> new ArrayList<>()).add(draft);
      }
    }
    Map<String, List<Draft>> atSites = atSites(kept);
    for (Draft orphan : orphans) {
      boolean figures =
          !orphan.tolls.isEmpty()
              && orphan.type != EventType.TALKS
              && orphan.type != EventType.THREAT;
      List<Draft> same =
          told.getOrDefault(orphan.sentence, List.of()).stream()
              .filter(d -> d.text == orphan.text)
              .toList();
      if (figures && same.size() == 1 && same.getFirst().tolls.isEmpty()) {
        same.getFirst().tolls.addAll(orphan.tolls);
        same.getFirst().tellers.putAll(orphan.tellers);
      } else if (figures && same.isEmpty()) {
        leaveClaims(atSites, orphan);
      }
    }
  }

  /**
   * "carried out nine strikes here and five there. The command said in a statement last night that
   * the strikes hit": the day of the statement limits all that it is about.
   */
  private static void leaveAnnouncement(List<Draft> recent, Draft draft) {
    for (Draft earlier : recent.reversed()) {
      boolean before =
          earlier.text == draft.text
              && draft.sentence.index() - earlier.sentence.index() <= 1
              && draft.definite;
      if (!before || draft.announced == null) {
        return;
      }
      if (earlier.type == draft.type && earlier.time == null && earlier.announced == null) {
        earlier.announced = draft.announced;
      }
    }
  }

  /** Single attacks by the id of the named site or town at which they are told. */
  private static Map<String, List<Draft>> atSites(List<Draft> kept) {
    Map<String, List<Draft>> there = new HashMap<>();
    for (Draft draft : kept) {
      String site = site(draft);
      if (site != null && draft.scope == Scope.SINGLE) {
        there.computeIfAbsent(site, key -> new ArrayList<>()).add(draft);
      }
    }
    return there;
  }

  private static @Nullable String site(Draft draft) {
    PlaceMention named = draft.place;
    Place place = named == null ? null : named.place();
    boolean fine = named != null && named.precision().compareTo(Precision.PROVINCE) < 0;
    return place != null && fine && SameEvent.isByMeans(draft.type) ? place.id() : null;
  }

  /**
   * "the last operation at X, in which soldiers were killed": what a speaker says of an attack that
   * the article tells in full only further down is another word on that one, if there is just one
   * at the place.
   */
  private static void leaveClaims(Map<String, List<Draft>> atSites, Draft orphan) {
    String site = orphan.definite ? site(orphan) : null;
    List<Draft> there = site == null ? List.of() : atSites.getOrDefault(site, List.of());
    if (there.size() == 1) {
      Draft event = there.getFirst();
      event.tolls.addAll(orphan.tolls);
      event.tellers.putAll(orphan.tellers);
      event.said.addAll(orphan.said);
      event.evidence.addAll(orphan.evidence);
    }
  }

  /**
   * "the strikes hit near X and Y" after a told air strike: each is one of that kind, by the same
   * actors; so are "seven strikes" after "17 air strikes", counted in the same word.
   */
  private static void inherit(List<Draft> kept, Draft draft) {
    boolean open =
        draft.type == EventType.ATTACK
            && (draft.definite || draft.listed)
            && !TypeReader.isMixed(draft);
    boolean counted = draft.type == EventType.ATTACK && draft.count != null;
    for (Draft earlier : open || counted ? kept.reversed() : List.<Draft>of()) {
      if (!open && !sameWord(earlier, draft)) {
        continue;
      }
      boolean near =
          draft.sentence.index() - earlier.sentence.index() <= INHERITED_WITHIN || earlier.inTitle;
      if (near && SameEvent.isByMeans(earlier.type) && specificity(earlier.type) > 0) {
        draft.type = earlier.type;
        if (draft.actors.isEmpty()) {
          draft.actors.addAll(earlier.actors);
        }
        return;
      }
    }
  }

  private static boolean sameWord(Draft earlier, Draft draft) {
    return earlier
        .head()
        .label()
        .entry()
        .qualified()
        .equals(draft.head().label().entry().qualified());
  }

  private static @Nullable Draft antecedent(List<Draft> kept, Draft draft) {
    for (Draft earlier : kept.reversed()) {
      if (SameEvent.told(earlier, draft)) {
        return earlier;
      }
    }
    return null;
  }

  /**
   * "11 operations against bases", then "it struck the bases with dozens of rockets": a definite
   * plural at no place and time of its own that the sum was aimed at tells of the whole sum.
   */
  private static @Nullable Draft sum(List<Draft> kept, Draft draft) {
    boolean open =
        draft.scope == Scope.SINGLE
            && draft.place == null
            && draft.time == null
            && draft.count == null
            && draft.head().isVerb()
            && SameEvent.isByMeans(draft.type);
    for (Draft earlier : open ? kept.reversed() : List.<Draft>of()) {
      if (draft.sentence.index() - earlier.sentence.index() > INHERITED_WITHIN
          && !earlier.inTitle) {
        break;
      }
      boolean whole =
          earlier.scope == Scope.SERIES
              && earlier.count != null
              && SameEvent.isByMeans(earlier.type);
      if (whole && SameEvent.sameTargetGroup(earlier, draft)) {
        draft.type = earlier.type;
        return earlier;
      }
    }
    return null;
  }

  /** "it took place on": but "it broke out again on" does not date what was there before. */
  private static boolean saysWhenItHappened(Draft draft) {
    return draft.words.stream()
        .anyMatch(w -> w.role() == EventWord.Role.HAPPEN && !w.label().entry().is("again", "yes"));
  }

  /** "had struck targets there in the last days": what came before the news does not date it. */
  private static boolean isVagueBackground(Draft draft) {
    return draft.background && draft.time != null && !TimeOwner.isDay(draft.time.value());
  }

  private static void absorb(Draft into, Draft from) {
    boolean wasTitle = into.inTitle;
    into.evidence.addAll(from.evidence);
    if (wasTitle && !from.inTitle) {
      into.titleCue = into.cue();
      into.evidence.remove(into.sentence);
    }
    into.derivations.addAll(from.derivations);
    if (specificity(from.type) > specificity(into.type)) {
      into.type = from.type;
    }
    boolean saysWhen = from.time != null && saysWhenItHappened(from);
    boolean takesOver = wasTitle && !from.inTitle;
    into.announced = into.announced == null || takesOver ? from.announced : into.announced;
    boolean undated = !saysWhen && !into.background && isVagueBackground(from);
    if ((into.time == null || saysWhen || takesOver) && !undated) {
      into.time = from.time;
    }
    boolean known =
        from.place != null
            && (from.place.place() != null || into.place != null && into.place.place() == null);
    boolean border =
        into.place != null
            && from.place != null
            && SameEvent.isBorder(into.place)
            && !SameEvent.isBorder(from.place);
    boolean vague =
        into.place != null
            && from.place != null
            && (SameEvent.isCapitalOf(into.place, from.place)
                || DIRECTIONS.contains(String.valueOf(into.place.relation()))
                    && isPartOf(from.place, into.place));
    if (into.place == null
        || border
        || vague
        || known && isFiner(from.place, into.place)
        || from.place != null && isSaidIn(from.place, into.place)) {
      into.place = from.place;
    }
    addNew(into.actors, from.actors);
    addNew(into.targets, from.targets);
    for (Weapon weapon : from.weapons) {
      if (into.weapons.stream().noneMatch(w -> w.kind().equals(weapon.kind()))) {
        into.weapons.add(weapon);
      }
    }
    into.outcomeWords.addAll(from.outcomeWords);
    into.said.addAll(from.said);
    into.ofConflict |= from.ofConflict;
    into.repelled |= from.repelled;
    into.answered &=
        from.answered || from.telling == Telling.RECALLED || TimeOwner.isNamedAsAnswered(into);
    into.telling = from.telling == Telling.TOLD ? Telling.TOLD : into.telling;
    into.own.addAll(from.own);
    into.tellers.putAll(from.tellers);
    tolls(into, from, wasTitle);
    if (wasTitle && !from.inTitle) {
      into.moveTo(from);
    }
  }

  /**
   * "a village in the province of X", told behind "in the province of X": a name without an entry
   * that the text itself places in the province or country of the second, or any name that it
   * places in the second itself.
   */
  private static boolean isSaidIn(PlaceMention one, PlaceMention other) {
    Place wide = other.place();
    boolean unit =
        wide != null
            && other.precision().compareTo(Precision.PROVINCE) >= 0
            && (wide.kind() == Place.Kind.PROVINCE || wide.kind() == Place.Kind.COUNTRY);
    boolean told =
        wide != null
            && isNamed(one)
            && one.precision().compareTo(other.precision()) <= 0
            && one.within().stream().anyMatch(w -> w.id().equals(wide.id()));
    if (told) {
      return true;
    }
    boolean capital =
        wide != null
            && wide.kind() == Place.Kind.SETTLEMENT
            && one.place() == null
            && one.within().stream()
                .anyMatch(w -> w.id().equals(wide.province()) && w.id().startsWith(wide.id()));
    if (capital && isNamed(one)) {
      return true;
    }
    return wide != null
        && unit
        && one.place() == null
        && one.precision().compareTo(other.precision()) < 0
        && one.within().stream().anyMatch(w -> w.id().equals(wide.id()) || wide.holds(w));
  }

  /** A place with a name, where "a security checkpoint" has none. */
  private static boolean isNamed(PlaceMention place) {
    if (place.place() != null || place.precision() != Precision.SITE) {
      return true;
    }
    String last = place.name().substring(place.name().lastIndexOf(' ') + 1);
    return !Normalizer.isRelation(Normalizer.fold(last));
  }

  /** "north of the capital", then "in the district of X", which lies in its province. */
  private static boolean isPartOf(PlaceMention one, PlaceMention other) {
    Place fine = one.place();
    Place wide = other.place();
    return fine != null
        && wide != null
        && one.relation() == null
        && wide.kind() == Place.Kind.SETTLEMENT
        && one.precision().compareTo(Precision.DISTRICT) <= 0
        && !fine.id().equals(wide.id())
        && fine.province() != null
        && fine.province().equals(wide.province());
  }

  /** Whether the first says more closely where it was than the second. */
  private static boolean isFiner(@Nullable PlaceMention one, PlaceMention other) {
    if (one == null) {
      return false;
    }
    Place narrow = one.place();
    Place wide = other.place();
    return one.precision().compareTo(other.precision()) < 0
        || narrow != null && wide != null && wide.holds(narrow);
  }

  /** The body's figures take the place of the title's, which are often older. */
  private static void tolls(Draft into, Draft from, boolean wasTitle) {
    if (wasTitle && !from.inTitle) {
      into.titleTolls.addAll(into.tolls);
      into.titleText = into.text;
      into.tolls.clear();
    }
    into.tolls.addAll(from.tolls);
  }

  private static void addNew(List<Party> into, List<Party> from) {
    for (Party party : from) {
      into.removeIf(p -> p.id() == null && party.name().startsWith(p.name() + " "));
      boolean known =
          into.stream()
              .anyMatch(
                  p ->
                      p.name().equals(party.name())
                          || p.id() != null && p.id().equals(party.id())
                          || party.id() == null && p.name().startsWith(party.name() + " "));
      if (!known) {
        into.add(party);
      }
    }
  }

  static int specificity(EventType type) {
    return switch (type) {
      case ATTACK, EXPLOSION -> 0;
      case SHELLING, ARMED_ATTACK, BOMBING -> 1;
      case CLASH, AIR_STRIKE, ROCKET_ATTACK, DRONE_ATTACK -> 2;
      default -> 3;
    };
  }

  /** "the rocket fell": the weapon told before stands beside the verb. */
  private static boolean isOfTheWeapon(Draft draft, EventWord fall) {
    for (int at : new int[] {fall.first() - 1, fall.end()}) {
      boolean inside = at >= draft.sentence.first() && at < draft.sentence.end();
      if (inside
          && draft.text.token(at).labels().stream()
              .anyMatch(l -> l.list().equals("weapons") && l.clitics().isDefinite())) {
        return true;
      }
    }
    return false;
  }

  /**
   * "the aircraft struck", "that the attackers opened fire": a weapon or attackers told before act
   * in the event in which they were told.
   */
  private static boolean isDoneByThat(Draft draft, EventWord head) {
    EventWord verb = head.isVerb() ? head : draft.words.getFirst();
    if (!verb.isVerb() || !ACTS.contains(verb.role())) {
      return false;
    }
    int before = verb.first() - 1;
    return verb.end() < draft.sentence.end() && isKnownDoer(draft, verb.end())
        || before >= draft.sentence.first() && isKnownDoer(draft, before);
  }

  /** "repelled the attack": the one told before. */
  static boolean repelsThat(Draft draft) {
    return draft.has(EventWord.Role.REPEL)
        && draft.words.stream()
            .anyMatch(w -> w.role() == EventWord.Role.NOUN && w.label().clitics().isDefinite());
  }

  private static boolean isKnownDoer(Draft draft, int at) {
    for (Label label : draft.text.token(at).labels()) {
      boolean definite =
          label.clitics().isDefinite() && !label.clitics().has("b") && !label.clitics().has("l");
      boolean one = label.features().number() != Features.Num.PLURAL;
      boolean weapon =
          label.list().equals("weapons") || label.entry().is("equipment", "yes") && one;
      boolean attacker = label.list().equals("person-roles") && isAttacker(label);
      if (definite && label.size() == 1 && (weapon && one || attacker)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAttacker(Label role) {
    return role.entry().is("attacker", "yes") || role.key().equals("gunman");
  }

  /** Whether the word for the event is definite and so can mean one already told. */
  static boolean refersBack(Draft draft) {
    EventWord head = draft.head();
    if (head.role() == EventWord.Role.BLAST && head.end() < draft.sentence.end()) {
      return draft.text.token(head.end()).labels().stream()
          .anyMatch(l -> l.list().equals("weapons") && l.clitics().isDefinite());
    }
    if (head.role() == EventWord.Role.FALL && isOfTheWeapon(draft, head)) {
      return true;
    }
    if (isDoneByThat(draft, head) || repelsThat(draft)) {
      return true;
    }
    boolean claimed = draft.said.stream().anyMatch(a -> a.act() == SpeechAct.CLAIM);
    boolean owned = !head.isVerb() && head.label().clitics().hasPronoun();
    return claimed || head.label().clitics().isDefinite() || owned;
  }
}
