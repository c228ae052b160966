package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.event.EventWord;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what an article says of one event in several sentences (codebook section 1): a definite
 * word that can mean an event already told, or the same kind of event at the same place.
 */
final class DraftMerger {

  private static final Set<EventType> MEANS =
      Set.of(EventType.ROCKET_ATTACK, EventType.DRONE_ATTACK, EventType.SHELLING, EventType.AIR_STRIKE, EventType.BOMBING,
          EventType.SUICIDE_BOMBING, EventType.EXPLOSION, EventType.ATTACK);
  private static final Set<EventType> ARMED =
      Set.of(EventType.ARMED_ATTACK, EventType.CLASH, EventType.ASSASSINATION, EventType.EXECUTION, EventType.ATTACK);

  /** The drafts that remain, in text order; what was merged is in the one it belongs to. */
  List<Draft> merge(List<Draft> drafts) {
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      Draft earlier = antecedent(kept, draft);
      if (earlier == null) {
        if (Concreteness.stands(draft)) {
          kept.add(draft);
        }
      } else {
        absorb(earlier, draft);
      }
    }
    return kept;
  }

  /** Whether two types can be words for one event (codebook section 11). */
  static boolean compatible(EventType a, EventType b) {
    return a == b || MEANS.contains(a) && MEANS.contains(b) || ARMED.contains(a) && ARMED.contains(b);
  }

  private static @Nullable Draft antecedent(List<Draft> kept, Draft draft) {
    for (Draft earlier : kept.reversed()) {
      if (isSame(earlier, draft)) {
        return earlier;
      }
    }
    return null;
  }

  private static boolean isSame(Draft earlier, Draft later) {
    if (!compatible(earlier.type, later.type) || earlier.scope != later.scope || earlier.sentence == later.sentence) {
      return false;
    }
    if (earlier.count != null && later.count != null && !earlier.count.equals(later.count)) {
      return false;
    }
    if (earlier.time != null && later.time != null && !earlier.time.value().equals(later.time.value()) && !later.definite) {
      return false;
    }
    boolean refers = later.definite || earlier.inTitle;
    if (earlier.place != null && later.place != null) {
      return samePlace(earlier.place, later.place) || refers && around(earlier.place, later.place);
    }
    return refers || later.place == null && later.targets.isEmpty();
  }

  private static boolean samePlace(PlaceMention a, PlaceMention b) {
    Place x = a.place();
    Place y = b.place();
    if (x == null || y == null) {
      return a.name().equals(b.name()) || x == null && y == null && a.name().contains(b.name());
    }
    return x.id().equals(y.id());
  }

  /** Whether one place holds the other, so that both can be said of one event. */
  private static boolean around(PlaceMention a, PlaceMention b) {
    Place x = a.place();
    Place y = b.place();
    if (x == null || y == null) {
      return (x == null ? a : b).within().stream().anyMatch(w -> w.id().equals(x == null ? y == null ? "" : y.id() : x.id()));
    }
    return contains(x, y) || contains(y, x);
  }

  private static boolean contains(Place wide, Place narrow) {
    return switch (wide.kind()) {
      case COUNTRY -> wide.country().equals(narrow.country());
      case PROVINCE -> wide.id().equals(narrow.province());
      default -> narrow.id().startsWith(wide.id() + ".");
    };
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
    if (into.time == null) {
      into.time = from.time;
    }
    if (into.place == null || from.place != null && from.place.precision().compareTo(into.place.precision()) < 0) {
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
    into.tellers.putAll(from.tellers);
    tolls(into, from, wasTitle);
    if (wasTitle && !from.inTitle) {
      into.moveTo(from);
    }
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
      boolean known = into.stream().anyMatch(p -> p.name().equals(party.name()) || p.id() != null && p.id().equals(party.id()));
      if (!known) {
        into.add(party);
      }
    }
  }

  private static int specificity(EventType type) {
    return switch (type) {
      case ATTACK, EXPLOSION -> 0;
      case SHELLING, ARMED_ATTACK, BOMBING -> 1;
      case CLASH, AIR_STRIKE, ROCKET_ATTACK, DRONE_ATTACK -> 2;
      default -> 3;
    };
  }

  /** Whether the word for the event is definite and so can mean one already told. */
  static boolean refersBack(Draft draft) {
    EventWord head = draft.head();
    return head.label().clitics().isDefinite() || head.label().clitics().hasPronoun();
  }
}
