package org.isnad.core.report;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;
import org.isnad.core.text.Normalizer;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Whether a later word of an article tells of an event that it has told before (codebook section 1:
 * one event told again is one report). Nothing may tell the two apart (kind, number, day, place),
 * and something must bring them together: a word that refers back, a headline, the same dead, the
 * same target, or that the later word adds nothing of its own.
 */
final class SameEvent {

  private static final Set<EventType> MEANS =
      Set.of(
          EventType.ROCKET_ATTACK,
          EventType.DRONE_ATTACK,
          EventType.SHELLING,
          EventType.AIR_STRIKE,
          EventType.BOMBING,
          EventType.SUICIDE_BOMBING,
          EventType.EXPLOSION,
          EventType.ATTACK);
  private static final Set<EventType> ARMED =
      Set.of(
          EventType.ARMED_ATTACK,
          EventType.CLASH,
          EventType.ASSASSINATION,
          EventType.EXECUTION,
          EventType.ATTACK);

  /** Sentences over which a headline in the text still announces what is told below it. */
  private static final int HEADLINE_REACH = 4;

  /** Sentences in which a lead tells the news before it is told in full. */
  private static final int LEAD = 3;

  /** What lies "east of" a town lies within so many kilometres of it. */
  private static final double BESIDE_KM = 40;

  private SameEvent() {}

  /** Whether two types can be words for one event (codebook section 11). */
  static boolean compatible(EventType a, EventType b) {
    return a == b
        || MEANS.contains(a) && MEANS.contains(b)
        || ARMED.contains(a) && ARMED.contains(b);
  }

  /** Whether the type is an attack by fire or explosives, so that it can have other names. */
  static boolean isByMeans(EventType type) {
    return MEANS.contains(type);
  }

  /** Whether {@code later} tells of the event of {@code earlier}. */
  static boolean told(Draft earlier, Draft later) {
    boolean explained = explains(earlier, later);
    if (!compatible(earlier.type, later.type) && !isCalledBack(earlier, later)
        || isPlanted(earlier.type) && isFired(later.type)
        || isFired(earlier.type) && isPlanted(later.type)
        || isFoiledAlone(earlier, later)
        || isFoiledAlone(later, earlier)
        || earlier.scope != later.scope
        || isByMeans(earlier.type) && (answers(earlier, later) || answers(later, earlier))
        || earlier.sentence == later.sentence
            && !explained
            && !isRetold(earlier, later)
            && !DraftMerger.repelsThat(later)) {
      return false;
    }
    if (earlier.count != null && later.count != null && !earlier.count.equals(later.count)) {
      return false;
    }
    boolean sum = earlier.scope == Scope.SERIES;
    boolean another = later.background && !earlier.background && !later.definite;
    if (sum && (another || !earlier.inTitle && !sameActors(earlier, later))) {
      return false;
    }
    boolean sameToll = sameToll(earlier, later);
    if (isClaimInWords(earlier, later)) {
      return true;
    }
    if (!isOnOtherDay(earlier.time, later.time) && Elaboration.tells(earlier, later)) {
      return true;
    }
    if (otherTime(earlier.time, later.time)
        && (!later.definite || isOfLongAgo(earlier, later))
        && !sameToll) {
      return false;
    }
    boolean refers =
        later.definite
            || isHeadline(earlier, later)
            || explained
            || sameToll
            || namesTheSite(earlier, later);
    if (earlier.place != null && later.place != null) {
      boolean wider =
          refers && !earlier.listed && !later.listed && !isAnotherVillage(earlier, later);
      return samePlace(earlier.place, later.place)
          || wider && around(earlier.place, later.place)
          || wider && earlier.inTitle && isCapitalOf(earlier.place, later.place)
          || earlier.type == EventType.SECURITY_OPERATION
              && sameActors(earlier, later)
              && sameTarget(earlier, later)
              && around(earlier.place, later.place);
    }
    if (earlier.type == EventType.SECURITY_OPERATION) {
      return refers || later.place == null && sameActors(earlier, later);
    }
    return refers || later.place == null && later.targets.isEmpty() && !tellsNew(earlier, later);
  }

  /**
   * "a bomb went off as they passed, adding that the ambush killed three": a definite word for an
   * attack with the same dead, whatever its kind.
   */
  private static boolean isCalledBack(Draft earlier, Draft later) {
    EventWord head = later.head();
    return head.role() == EventWord.Role.NOUN
        && head.label().clitics().isDefinite()
        && later.place == null
        && later.type == EventType.ARMED_ATTACK
        && MEANS.contains(earlier.type)
        && sameToll(earlier, later);
  }

  /**
   * "the army retakes a building in X", then far down "drove them out of the area of Y": a village
   * that the gazetteer lacks is of the headline's town only where the lead tells of it.
   */
  private static boolean isAnotherVillage(Draft earlier, Draft later) {
    PlaceMention place = later.place;
    return isHeadline(earlier, later)
        && !later.definite
        && place != null
        && place.place() == null
        && place.precision() != PlaceMention.Precision.SITE
        && later.sentence.index() > LEAD;
  }

  /** A bomb that was defused is not the one that killed. */
  private static boolean isFoiledAlone(Draft foiled, Draft other) {
    return isFoiled(foiled)
        && !isFoiled(other)
        && foiled.tolls.isEmpty()
        && other.tolls.stream().anyMatch(t -> t.slot() == Chain.Slot.KILLED);
  }

  private static boolean isFoiled(Draft draft) {
    return draft.has(EventWord.Role.FOIL);
  }

  private static boolean isPlanted(EventType type) {
    return type == EventType.BOMBING || type == EventType.SUICIDE_BOMBING;
  }

  /**
   * "the group claimed a suicide attack in X", then "it said in a statement that its fighters blew
   * up a car in the south of X": the claimed event in the words of who claims it.
   */
  private static boolean isClaimInWords(Draft earlier, Draft later) {
    boolean apart =
        earlier.head().role() != EventWord.Role.NOUN
            || later.sentence.index() - earlier.sentence.index() > 1
            || earlier.scope != Scope.SINGLE
            || later.count != null
            || otherTime(earlier.time, later.time)
            || !isByMeans(earlier.type);
    if (apart || !isSamePlaceOrNone(earlier, later)) {
      return false;
    }
    for (Attribution claim : earlier.said) {
      if (claim.act() == SpeechAct.CLAIM && speaksOf(claim, later)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSamePlaceOrNone(Draft earlier, Draft later) {
    return earlier.place == null
        || later.place == null
        || samePlace(earlier.place, later.place)
        || around(earlier.place, later.place);
  }

  /** Whether who claims is also who says the later words. */
  private static boolean speaksOf(Attribution claim, Draft later) {
    SourceMention who = claim.speaker();
    for (Attribution said : later.said) {
      SourceMention speaker = said.speaker();
      if (said != claim && who != null && speaker != null && isSame(who, speaker)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(SourceMention one, SourceMention other) {
    return one.name().equals(other.name()) || one.id() != null && one.id().equals(other.id());
  }

  /** Whether one is aimed at those who carried out the other, as each side strikes back. */
  private static boolean answers(Draft one, Draft other) {
    String doer = other.actors.isEmpty() ? null : other.actors.getFirst().id();
    return doer != null
        && !one.actors.isEmpty()
        && isAmong(doer, one.targets)
        && !isAmong(doer, one.actors);
  }

  /** A loop, since every two events of a text are asked. */
  private static boolean isAmong(String id, List<Party> parties) {
    for (int i = 0; i < parties.size(); i++) {
      if (id.equals(parties.get(i).id())) {
        return true;
      }
    }
    return false;
  }

  /** What comes through the air is no charge that lay or drove there. */
  private static boolean isFired(EventType type) {
    return type == EventType.AIR_STRIKE
        || type == EventType.ROCKET_ATTACK
        || type == EventType.DRONE_ATTACK
        || type == EventType.SHELLING;
  }

  private static boolean isHeadline(Draft earlier, Draft later) {
    return earlier.inTitle
        || earlier.inHeadline
            && later.sentence.index() - earlier.sentence.index() <= HEADLINE_REACH;
  }

  /**
   * "an attack on a military base in the west", then "attacked the base of X": the lead's site,
   * which it does not name, is named when the event is told in full.
   */
  private static boolean namesTheSite(Draft earlier, Draft later) {
    PlaceMention place = later.place;
    boolean lead =
        earlier.type == later.type
            && earlier.telling == Telling.TOLD
            && !earlier.background
            && !later.background
            && earlier.sentence.index() <= LEAD;
    if (!lead || place == null || place.precision() != PlaceMention.Precision.SITE) {
      return false;
    }
    Span target = earlier.targets.isEmpty() ? null : earlier.targets.getFirst().span();
    Token kind = target == null ? null : tokenAt(earlier, target.start());
    Label cue = kind == null ? null : kind.label("place-cues");
    boolean unnamed =
        cue != null
            && !cue.clitics().isDefinite()
            && (earlier.place == null || earlier.place.precision() != place.precision());
    return unnamed && cue != null && isOfKind(later, place, cue.key());
  }

  /** Whether the place's own words, or the one before them, are of the kind of site. */
  private static boolean isOfKind(Draft draft, PlaceMention place, String kind) {
    int from = Math.max(draft.sentence.first(), place.tokens().first() - 2);
    for (int i = from; i < place.tokens().end(); i++) {
      Label cue = draft.text.token(i).label("place-cues");
      if (cue != null && cue.key().equals(kind)) {
        return true;
      }
    }
    return false;
  }

  static @Nullable Token tokenAt(Draft draft, int offset) {
    for (int i = draft.sentence.first(); i < draft.sentence.end(); i++) {
      if (draft.text.token(i).span().start() == offset) {
        return draft.text.token(i);
      }
    }
    return null;
  }

  /** Whether both give the same number of dead, and more than one, so that it is no accident. */
  private static boolean sameToll(Draft earlier, Draft later) {
    for (TollMention toll : later.tolls) {
      boolean telling = toll.value() instanceof Toll.Counted counted && isTelling(counted);
      if (telling
          && toll.slot() == Chain.Slot.KILLED
          && earlier.tolls.stream()
              .anyMatch(t -> t.slot() == toll.slot() && t.value().equals(toll.value()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTelling(Toll.Counted toll) {
    Integer min = toll.quantity().min();
    return min != null && min > 1;
  }

  /** Whether the two times cannot be one; the weekday beside "today" does not tell days apart. */
  private static boolean otherTime(@Nullable TimeExpression a, @Nullable TimeExpression b) {
    if (a == null || b == null) {
      return false;
    }
    if (a.value() instanceof TimeValue.Day x && b.value() instanceof TimeValue.Day y) {
      return x.offset() != y.offset();
    }
    return !a.value().equals(b.value());
  }

  /**
   * Whether the two times exclude each other, as far as words alone tell: "today, Thursday" and
   * "Thursday" do not, nor do "last week" and "Thursday".
   */
  private static boolean isOnOtherDay(@Nullable TimeExpression a, @Nullable TimeExpression b) {
    if (a == null || b == null || !otherTime(a, b)) {
      return false;
    }
    DayOfWeek one = weekday(a.value());
    DayOfWeek other = weekday(b.value());
    if (one != null && other != null) {
      return one != other;
    }
    if (isLastHours(a.value()) || isLastHours(b.value())) {
      return false;
    }
    boolean days = TimeOwner.isDay(a.value()) && TimeOwner.isDay(b.value());
    boolean counted = a.value() instanceof TimeValue.Day && b.value() instanceof TimeValue.Day;
    return !days || counted;
  }

  /** "in the last hours", which reach as far back as the writer likes. */
  private static boolean isLastHours(TimeValue value) {
    return value instanceof TimeValue.Span span
        && !span.future()
        && (span.unit() == TimeValue.Unit.HOUR || span.unit() == TimeValue.Unit.MINUTE);
  }

  private static @Nullable DayOfWeek weekday(TimeValue value) {
    return switch (value) {
      case TimeValue.Day day -> day.weekday();
      case TimeValue.Weekday day -> day.day();
      case TimeValue.Date date -> date.weekday();
      default -> null;
    };
  }

  /**
   * "the attack on the museum last March", behind what happened yesterday: a definite word with an
   * aim or a place of its own, dated by a month or a year.
   */
  private static boolean isOfLongAgo(Draft earlier, Draft later) {
    TimeExpression now = earlier.time;
    TimeExpression then = later.time;
    boolean dated =
        then != null
            && (then.value() instanceof TimeValue.Month || then.value() instanceof TimeValue.Year);
    return dated
        && now != null
        && TimeOwner.isDay(now.value())
        && (!later.targets.isEmpty() || later.place != null);
  }

  /** Whether nothing tells the actors apart: arrests of one day are told again with new figures. */
  static boolean sameActors(Draft earlier, Draft later) {
    return earlier.actors.isEmpty()
        || later.actors.isEmpty()
        || later.actors.stream().anyMatch(p -> earlier.actors.stream().anyMatch(q -> same(p, q)));
  }

  private static boolean sameTarget(Draft earlier, Draft later) {
    return later.targets.stream()
        .anyMatch(
            p ->
                earlier.targets.stream()
                    .anyMatch(q -> same(p, q) || p.name().startsWith(q.name() + " ")));
  }

  /** Whether a definite plural of the later one is the group that the earlier was aimed at. */
  static boolean sameTargetGroup(Draft earlier, Draft later) {
    for (Party target : later.targets) {
      Span span = target.span();
      Token head = span == null ? null : tokenAt(later, span.start());
      boolean group =
          head != null
              && Normalizer.opensWithArticle(head.norm())
              && head.labels().stream().anyMatch(l -> l.features().number() == Features.Num.PLURAL);
      if (group
          && earlier.targets.stream()
              .anyMatch(t -> same(t, target) || t.id() != null && t.id().equals(target.id()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(Party p, Party q) {
    return q.name().equals(p.name()) || q.id() != null && q.id().equals(p.id());
  }

  /**
   * Whether an indefinite later word comes with weapons or actors of its own that the earlier
   * lacks.
   */
  private static boolean tellsNew(Draft earlier, Draft later) {
    boolean weapons =
        !later.weapons.isEmpty()
            && earlier.weapons.stream()
                .noneMatch(w -> later.weapons.stream().anyMatch(x -> x.kind().equals(w.kind())));
    boolean actors =
        !later.actors.isEmpty()
            && earlier.actors.stream()
                .noneMatch(p -> later.actors.stream().anyMatch(q -> q.name().equals(p.name())));
    return weapons || actors && earlier.type != later.type;
  }

  /**
   * "a bomb went off, the spokesman said: a bomb exploded": what a speaker tells of the kind just
   * told in the same sentence, at no place of its own.
   */
  private static boolean isRetold(Draft earlier, Draft later) {
    if (earlier.type != later.type || later.place != null || earlier.listed) {
      return false;
    }
    int from = earlier.last().end();
    int first = later.words.getFirst().first();
    for (Attribution said : later.said) {
      if (said.cue().first() >= from && said.cue().end() <= first) {
        return true;
      }
    }
    return false;
  }

  /**
   * "ten were killed in fighting after gunmen attacked", "when planes struck": the clause tells the
   * same event.
   */
  private static boolean explains(Draft earlier, Draft later) {
    if (earlier.sentence != later.sentence
        || earlier.type == EventType.TALKS
        || earlier.type == EventType.THREAT
        || earlier.listed
        || later.listed) {
      return false;
    }
    int first = later.words.getFirst().first();
    for (int i = first - 1; i >= earlier.last().end() && i >= first - 3; i--) {
      Label label = later.text.token(i).label("event-connectives");
      if (label != null) {
        return label.key().equals("when") || label.key().equals("after-clause");
      }
    }
    return false;
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
  static boolean around(PlaceMention a, PlaceMention b) {
    Place x = a.place();
    Place y = b.place();
    if (x == null && y == null) {
      return a.within().isEmpty()
          || b.within().isEmpty()
          || a.within().stream().anyMatch(w -> within(b, w));
    }
    if (x == null || y == null) {
      return within(x == null ? a : b, x == null ? y : x);
    }
    boolean beside = a.relation() != null || b.relation() != null;
    return contains(x, y)
        || contains(y, x)
        || isToldIn(a, y)
        || isToldIn(b, x)
        || beside && x.kmTo(y) < BESIDE_KM;
  }

  /** "Daraa: hurt by a bomb": a headline's city that gives its province the name. */
  static boolean isCapitalOf(PlaceMention title, PlaceMention later) {
    Place city = title.place();
    Place fine = later.place();
    String province = city == null ? null : city.province();
    return city != null
        && fine != null
        && province != null
        && !city.id().equals(fine.id())
        && province.equals(fine.province())
        && province.startsWith(city.id());
  }

  /** "near the border with X": in one of two countries, which says too little to tell apart. */
  static boolean isBorder(PlaceMention place) {
    return "border-with".equals(place.relation());
  }

  /** "the town of X in the province of Y": the text itself says that the one lies in the other. */
  private static boolean isToldIn(PlaceMention narrow, Place wide) {
    return narrow.within().stream().anyMatch(w -> w.id().equals(wide.id()));
  }

  /**
   * An unnamed site ("a cultural centre") can stand in any place that the text does not tell apart
   * from it.
   */
  private static boolean within(PlaceMention unresolved, @Nullable Place place) {
    return place == null
        || unresolved.within().isEmpty()
        || unresolved.within().stream()
            .anyMatch(w -> w.id().equals(place.id()) || contains(w, place) || contains(place, w));
  }

  static boolean contains(Place wide, Place narrow) {
    return switch (wide.kind()) {
      case COUNTRY -> wide.country().equals(narrow.country());
      default -> wide.holds(narrow) || narrow.id().startsWith(wide.id() + ".");
    };
  }
}
