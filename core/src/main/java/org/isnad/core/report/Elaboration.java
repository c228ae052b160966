package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.text.Normalizer;
import org.isnad.core.text.Span;

/**
 * Whether a later sentence tells in full what the lead told in short (codebook section 1): "two
 * soldiers were killed by a bomb near the city", then "the governor's office said that a car bomb
 * went off in the district as the soldiers passed". The second names a finer place or none, nothing
 * tells the two apart, and something brings them together: what was aimed at, the same dead, or a
 * speaker who is asked about the news.
 *
 * <p>Shelling and air strikes come in lists of places, of which each is an event: a speaker's word
 * tells such a lead anew only where it names the one place of its surroundings.
 */
final class Elaboration {

  /** Attacks that an article seldom tells by the dozen. */
  private static final Set<EventType> KINDS =
      Set.of(
          EventType.ATTACK,
          EventType.BOMBING,
          EventType.SUICIDE_BOMBING,
          EventType.EXPLOSION,
          EventType.ARMED_ATTACK,
          EventType.ASSASSINATION,
          EventType.ABDUCTION);

  private static final String CUES = "place-cues";
  private static final String ADDITIONS = "event-additions";

  /** Sentences in which an article tells its news in short. */
  private static final int LEAD = 3;

  /** Sentences from the short telling to the full one. */
  private static final int REACH = 3;

  /** Tokens at the start of a sentence, or behind its event, that say whether it goes on. */
  private static final int OPENING = 3;

  /** Events told behind one another among which a second of the kind is looked for. */
  private static final int WINDOW = 8;

  /** More dead than this, "at least" so many and so many are hardly two counts by chance. */
  private static final int MANY = 3;

  /** Kilometres within which a district's events are told by its city's name. */
  private static final double NEAR_KM = 60;

  /** Kilometres within which a village's events are told by the next town's name. */
  private static final double BESIDE_KM = 25;

  private Elaboration() {}

  /** Notes of each event whether it is the only one of its kind that the sentences around tell. */
  static void mark(List<Draft> drafts) {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      int end = Math.min(drafts.size(), i + WINDOW);
      draft.alone = drafts.subList(i + 1, end).stream().noneMatch(other -> isSibling(draft, other));
    }
  }

  private static boolean isSibling(Draft draft, Draft other) {
    PlaceMention here = draft.place;
    PlaceMention there = other.place;
    return other.text == draft.text
        && other.sentence.index() - draft.sentence.index() <= REACH
        && draft.type == other.type
        && here != null
        && there != null
        && !other.background
        && !here.name().equals(there.name())
        && !SameEvent.around(here, there);
  }

  static boolean tells(Draft lead, Draft later) {
    int gap = later.sentence.index() - lead.sentence.index();
    boolean close =
        lead.text == later.text && gap >= 1 && gap <= REACH && lead.sentence.index() <= LEAD;
    boolean told =
        close
            && lead.telling == Telling.TOLD
            && isEvent(lead)
            && isEvent(later)
            && !turns(later)
            && sharesWeapon(lead, later)
            && !otherDead(lead, later)
            && SameEvent.sameActors(lead, later);
    if (!told) {
      return false;
    }
    boolean sameTarget = sameKindOfTarget(lead, later);
    boolean sameDead = sameDead(lead, later);
    boolean same = sameTarget || sameDead;
    if (lead.place == null || later.place == null) {
      boolean there = later.place == null && isSpoken(later) && isSaidToBeThere(lead, later);
      return there || same && (later.place == null || SameEvent.isByMeans(lead.type));
    }
    boolean kind = KINDS.contains(later.type) && KINDS.contains(lead.type);
    boolean spoken = isSpoken(later) && (kind || later.alone) && !isPlural(lead);
    boolean unknown = later.place.place() == null;
    return sameTarget && sameDead && unknown
        || (same || spoken) && isNear(lead.place, later.place, same, kind);
  }

  /** "21 were killed in attacks on quarters of X": a sum, of which one attack is a part. */
  private static boolean isPlural(Draft lead) {
    return lead.head().label().features().number() == Features.Num.PLURAL;
  }

  /** "shelled the camp of X", then "hit a mosque in the camp": the place by its kind alone. */
  private static boolean isSaidToBeThere(Draft lead, Draft later) {
    Set<String> kinds = lead.place == null ? Set.of() : kinds(lead, lead.place);
    for (int i = later.sentence.first(); !kinds.isEmpty() && i < later.sentence.end(); i++) {
      Label cue = later.text.token(i).label(CUES);
      if (cue != null && cue.clitics().isDefinite() && kinds.contains(cue.key())) {
        return true;
      }
    }
    return false;
  }

  /** What kind of place it is by the words before its name or in it: a camp, a village. */
  private static Set<String> kinds(Draft draft, PlaceMention place) {
    Set<String> kinds = new TreeSet<>();
    int from = Math.max(draft.sentence.first(), place.tokens().first() - 1);
    for (int i = from; i < place.tokens().end(); i++) {
      Label cue = draft.text.token(i).label(CUES);
      if (cue != null && !cue.clitics().isDefinite() && !cue.key().equals("area")) {
        kinds.add(cue.key());
      }
    }
    return kinds;
  }

  private static boolean isEvent(Draft draft) {
    return draft.scope == Scope.SINGLE
        && !draft.background
        && !draft.listed
        && (KINDS.contains(draft.type) || SameEvent.isByMeans(draft.type));
  }

  /** Whether a verb of saying, or "in detail", opens the sentence of the event. */
  private static boolean isSpoken(Draft later) {
    int first = later.words.getFirst().first();
    if (later.text.token(later.sentence.first()).is("event-details")) {
      return true;
    }
    for (Attribution said : later.said) {
      if (said.cue().first() >= later.sentence.first() && said.cue().first() < first) {
        return true;
      }
    }
    return false;
  }

  /**
   * "meanwhile", "another attack", "in a separate incident", "they also shelled": the sentence
   * turns to another one.
   */
  private static boolean turns(Draft later) {
    int event = later.words.getFirst().first();
    int opening = Math.min(event, later.sentence.first() + OPENING);
    for (int i = later.sentence.first(); i < opening; i++) {
      Token token = later.text.token(i);
      Label shift = token.label("topic-shifts");
      if (shift != null && !shift.key().equals("to-that")) {
        return true;
      }
    }
    int before = Math.max(later.sentence.first(), event - 1);
    if (later.text.token(before).is(ADDITIONS) || opensWithAddition(later)) {
      return true;
    }
    int end = Math.min(later.sentence.end(), later.last().end() + OPENING);
    for (int i = later.sentence.first(); i < end; i++) {
      if (isAnother(later.text.token(i), i >= event && i <= later.last().end())) {
        return true;
      }
    }
    return false;
  }

  /** "they also", but "while the agency said" is one more word on the matter. */
  private static boolean opensWithAddition(Draft later) {
    int first = later.sentence.first();
    Label addition = later.text.token(first).label(ADDITIONS);
    boolean speech =
        addition != null
            && addition.key().equals("while")
            && addition.end() < later.sentence.end()
            && later.text.token(addition.end()).is("speech-verbs");
    return addition != null && !speech;
  }

  /** "another", which before the event "and others" of the speakers and the hurt is not. */
  private static boolean isAnother(Token token, boolean behind) {
    Label again = token.label("manner-words");
    return again != null
        && again.key().equals("again")
        && again.features().number() == Features.Num.SINGULAR
        && (behind || !again.clitics().has("w"));
  }

  private static boolean sharesWeapon(Draft lead, Draft later) {
    List<String> kinds = lead.weapons.stream().map(Weapon::kind).toList();
    return kinds.isEmpty()
        || later.weapons.isEmpty()
        || later.weapons.stream().anyMatch(w -> kinds.contains(w.kind()));
  }

  /** Whether both count the dead and no number can be both. */
  private static boolean otherDead(Draft lead, Draft later) {
    List<Quantity> first = dead(lead);
    List<Quantity> second = dead(later);
    return !first.isEmpty()
        && !second.isEmpty()
        && second.stream().noneMatch(q -> first.stream().anyMatch(p -> meet(p, q)));
  }

  /** Whether one number can be meant: two different lower bounds are two counts. */
  private static boolean meet(Quantity p, Quantity q) {
    boolean counts = p.max() == null && q.max() == null && Math.abs(p.low() - q.low()) > 1;
    boolean joint = p.low() <= 1 || q.low() <= 1;
    return p.overlaps(q) && (joint || !counts);
  }

  private static List<Quantity> dead(Draft draft) {
    List<Quantity> dead = new ArrayList<>();
    for (TollMention toll : draft.tolls) {
      if (toll.slot() == Chain.Slot.KILLED && toll.value() instanceof Toll.Counted counted) {
        dead.add(counted.quantity());
      }
    }
    return dead;
  }

  /** Whether both give the same number of dead, more than one, or one gives it as the least. */
  private static boolean sameDead(Draft lead, Draft later) {
    List<Quantity> first = dead(lead);
    return dead(later).stream().anyMatch(q -> first.stream().anyMatch(p -> same(p, q)));
  }

  /** "13 were killed", "at least 13", "more than 13". */
  private static boolean same(Quantity p, Quantity q) {
    boolean open = p.max() == null || q.max() == null;
    int apart = Math.abs(p.low() - q.low());
    return p.low() > 1
        && q.low() > 1
        && meet(p, q)
        && (open ? apart <= 1 && p.low() > MANY : apart == 0 && p.isExact());
  }

  /** "a police post", then "the post of X": the first words of what was aimed at are one word. */
  private static boolean sameKindOfTarget(Draft lead, Draft later) {
    for (Party target : later.targets) {
      String word = head(target);
      if (!isPerson(later, target) && lead.targets.stream().anyMatch(t -> head(t).equals(word))) {
        return true;
      }
    }
    return false;
  }

  /** "civilians", "a soldier": people are hit in every attack. */
  private static boolean isPerson(Draft draft, Party target) {
    Span span = target.span();
    Token head = span == null ? null : SameEvent.tokenAt(draft, span.start());
    return head == null
        || head.is("person-roles")
        || head.is("person-nouns")
        || head.is("relatives")
        || head.is("mass-nouns");
  }

  private static String head(Party target) {
    String name = Normalizer.fold(target.name());
    int end = name.indexOf(' ');
    return Normalizer.bareNoun(end < 0 ? name : name.substring(0, end));
  }

  /**
   * @param same whether both were aimed at one thing or killed as many
   * @param kind whether such attacks seldom come by the dozen
   */
  private static boolean isNear(PlaceMention lead, PlaceMention later, boolean same, boolean kind) {
    Place wide = lead.place();
    Place fine = later.place();
    if (SameEvent.isBorder(lead) && same) {
      return true;
    }
    if (wide == null || fine == null) {
      return SameEvent.around(lead, later);
    }
    // "north of the capital" is wider than a district that has its name
    boolean beside =
        lead.relation() != null
            && later.precision().compareTo(PlaceMention.Precision.DISTRICT) <= 0;
    int finer = beside ? 1 : lead.precision().compareTo(later.precision());
    double reach = finer > 0 ? NEAR_KM : same || kind ? BESIDE_KM : 0;
    return (finer >= 0 || same)
        && wide.country().equals(fine.country())
        && (SameEvent.around(lead, later)
            || Objects.equals(wide.province(), fine.province()) && wide.kmTo(fine) <= reach);
  }
}
