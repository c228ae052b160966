package org.isnad.core.report;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.source.Attribution;
import org.jspecify.annotations.Nullable;

/**
 * Whether a speaker tells in full what the lead told in short (codebook section 1): "two soldiers
 * were killed by a bomb near the city", then "the governor's office said that a car bomb went off
 * in the district as the soldiers passed". The second names a finer place, and nothing else tells
 * the two apart.
 *
 * <p>Only attacks that an article seldom tells by the dozen are read so; shelling and air strikes
 * come in lists of places, of which each is an event.
 */
final class Elaboration {

  private static final Set<EventType> KINDS =
      Set.of(
          EventType.BOMBING,
          EventType.SUICIDE_BOMBING,
          EventType.EXPLOSION,
          EventType.ARMED_ATTACK,
          EventType.ASSASSINATION,
          EventType.ABDUCTION);

  /** Sentences in which an article tells its news in short. */
  private static final int LEAD = 3;

  /** Sentences from the short telling to the full one. */
  private static final int REACH = 3;

  /** Kilometres within which a district's events are told by its city's name. */
  private static final double NEAR_KM = 60;

  private Elaboration() {}

  static boolean tells(Draft lead, Draft later) {
    int gap = later.sentence.index() - lead.sentence.index();
    boolean close =
        lead.text == later.text && gap >= 1 && gap <= REACH && lead.sentence.index() <= LEAD;
    boolean told =
        close
            && lead.telling == Telling.TOLD
            && KINDS.contains(later.type)
            && KINDS.contains(lead.type)
            && lead.scope == Scope.SINGLE
            && !lead.background
            && !later.background
            && !lead.listed
            && !later.listed;
    return told
        && isSpoken(later)
        && !turns(later)
        && sharesWeapon(lead, later)
        && !otherDead(lead, later)
        && isNear(lead.place, later.place);
  }

  /** Whether a verb of saying opens the sentence of the event. */
  private static boolean isSpoken(Draft later) {
    int first = later.words.getFirst().first();
    for (Attribution said : later.said) {
      if (said.cue().first() >= later.sentence.first() && said.cue().first() < first) {
        return true;
      }
    }
    return false;
  }

  /** "meanwhile", "another attack", "in a separate incident": the sentence turns to another one. */
  private static boolean turns(Draft later) {
    for (int i = later.sentence.first(); i < later.last().end(); i++) {
      Token token = later.text.token(i);
      Label shift = token.label("topic-shifts");
      if (shift != null && !shift.key().equals("to-that") || token.is("manner-words", "again")) {
        return true;
      }
    }
    return false;
  }

  private static boolean sharesWeapon(Draft lead, Draft later) {
    List<String> kinds = lead.weapons.stream().map(Weapon::kind).toList();
    return kinds.isEmpty()
        || later.weapons.isEmpty()
        || later.weapons.stream().anyMatch(w -> kinds.contains(w.kind()));
  }

  /** Whether both count the dead and differ. */
  private static boolean otherDead(Draft lead, Draft later) {
    List<Toll> first = dead(lead);
    List<Toll> second = dead(later);
    return !first.isEmpty() && !second.isEmpty() && second.stream().noneMatch(first::contains);
  }

  private static List<Toll> dead(Draft draft) {
    return draft.tolls.stream()
        .filter(t -> t.slot() == Chain.Slot.KILLED)
        .map(TollMention::value)
        .toList();
  }

  private static boolean isNear(@Nullable PlaceMention lead, @Nullable PlaceMention later) {
    if (lead == null || later == null) {
      return false;
    }
    Place wide = lead.place();
    Place fine = later.place();
    if (wide == null || fine == null) {
      return SameEvent.around(lead, later);
    }
    boolean finer = later.precision().compareTo(lead.precision()) <= 0;
    return finer
        && wide.country().equals(fine.country())
        && (SameEvent.around(lead, later)
            || Objects.equals(wide.province(), fine.province()) && wide.kmTo(fine) <= NEAR_KM);
  }
}
