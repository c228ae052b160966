package org.isnad.core.report;

import java.util.List;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Features;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.PlaceMention.Precision;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.TokenRange;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Tells an event that is reported from general talk of violence: what happened has a time, a place,
 * a toll, somebody who acted or was aimed at, somebody who claims it, or a verb that says that it
 * took place (codebook section 1).
 *
 * <p>The weights were set so that one concrete circumstance beside a past verb is enough and a bare
 * noun is not.
 */
final class Concreteness {

  /** Points from which a draft stands as an event of its own. */
  static final int ENOUGH = 3;

  /** Points of "announced the arrest of": less than of a verb that says so itself. */
  private static final int ANNOUNCED = 1;

  /** What being one of several places of a list gives. */
  private static final int LISTED = 2;

  /** The most that places give: one that is named, and being one of several. */
  private static final int MOST_BY_PLACES = 1 + LISTED;

  /** What an attack takes of which nothing is said but that it was one. */
  private static final int BARE = 1;

  /** What something aimed at gives, which need not be a party. */
  private static final int TARGET = 1;

  /** What a word takes that shows the sentence to be about sport, trade or another matter. */
  private static final int OTHER_MATTER = 2;

  /** How far what was taken stands behind the verb: "on", a number, an adverb between. */
  private static final int GROUND_REACH = 3;

  /** How far "who" can stand before a second verb that "and" joins to its own. */
  private static final int RELATIVE_REACH = 4;

  private static final String TOPICS = "event-topics";

  /** Most tokens of a line that is told like a headline. */
  private static final int LINE = 18;

  private Concreteness() {}

  /** Whether the draft is concrete enough to stand alone. */
  static boolean stands(Draft draft) {
    boolean recalled = draft.telling == Telling.RECALLED;
    return points(draft) >= ENOUGH
        && hasVoice(draft)
        && (isSoft(draft) || !isHabit(draft) && !isDescription(draft))
        && (!recalled || isSoft(draft) || Telling.isConcrete(draft));
  }

  /**
   * "the assassinations that they commit": a definite plural with a verb in the present behind it
   * and neither a time, a number nor a toll.
   */
  private static boolean isHabit(Draft draft) {
    EventWord head = draft.head();
    int end = head.end();
    boolean bare =
        draft.time == null
            && draft.count == null
            && draft.tolls.isEmpty()
            && draft.type != EventType.CLASH;
    if (!bare
        || head.role() != Role.NOUN
        || !head.label().clitics().isDefinite()
        || head.label().features().number() != Features.Num.PLURAL
        || end + 1 >= draft.sentence.end()) {
      return false;
    }
    Label who = draft.text.token(end).label("event-connectives");
    return who != null
        && who.entry().is("class", "relative")
        && Normalizer.opensLikePresent(draft.text.token(end + 1).norm());
  }

  /**
   * "the group that fights the government", "the alliance that they lead and that fights it": a
   * verb in the present behind "who", without a toll, a number or a period, says what somebody is.
   */
  private static boolean isDescription(Draft draft) {
    EventWord verb = draft.words.getFirst();
    boolean present = verb.isVerb() && verb.label().features().tense() == Features.Tense.PRESENT;
    if (!present || lasts(draft) || draft.count != null || !draft.tolls.isEmpty()) {
      return false;
    }
    int reach = verb.label().clitics().has("w") ? RELATIVE_REACH : 1;
    int from = Math.max(draft.sentence.first(), verb.first() - reach);
    for (int i = verb.first() - 1; i >= from; i--) {
      Token token = draft.text.token(i);
      Label who = token.label("event-connectives");
      if (who != null && who.entry().is("class", "relative")) {
        return i > draft.sentence.first() && !draft.text.token(i - 1).is("event-nouns");
      }
      if (token.isPunctuation()) {
        return false;
      }
    }
    return false;
  }

  /** Whether it is told over which time, as "for a week" or "since yesterday". */
  private static boolean lasts(Draft draft) {
    TimeExpression time = draft.time;
    return time != null
        && (!TimeOwner.isDay(time.value())
            || draft.text.token(time.tokens().first()).is("time-prepositions", "since"));
  }

  /** Talks and threats are told in other ways than violence. */
  static boolean isSoft(Draft draft) {
    return draft.type == EventType.TALKS || draft.type == EventType.THREAT;
  }

  static int points(Draft draft) {
    int points = Math.max(verb(draft), announced(draft));
    points += words(draft) + time(draft) + place(draft);
    points += tolls(draft);
    points += draft.targets.isEmpty() ? 0 : 1;
    points += draft.actors.isEmpty() ? 0 : 1;
    points += draft.weapons.isEmpty() ? 0 : 1;
    points += draft.listed ? LISTED : 0;
    points += isOwned(draft) ? ENOUGH : VoiceReader.isDisputed(draft) ? 2 : 0;
    points += draft.count != null ? 1 : 0;
    return points - penalties(draft);
  }

  /** Whether somebody says whose deed it was, or was not: that it was done is then granted. */
  static boolean isOwned(Draft draft) {
    return VoiceReader.isClaimed(draft) || VoiceReader.isPartDisputed(draft);
  }

  /**
   * Whether the draft can come to {@link #ENOUGH} points and to those who must take part; told
   * before it is read who acted and what was aimed at, and yes where that is open. Only of a draft
   * whose type is settled but for its weapons, for which nobody speaks up, and to which no figure
   * belongs.
   *
   * <p>Words come first, then what must be looked for, places last: they take longest, and mostly
   * decide nothing.
   */
  static boolean mayStand(Draft draft, Mentions mentions) {
    int most = mostByPlaces(draft.type) + mostByParties(draft.type);
    int points = Math.max(verb(draft), isIndefinite(draft) ? ANNOUNCED : 0);
    points += words(draft) + mostTime(draft, mentions) - least(draft);
    points += TargetReader.isAimed(draft.type) ? TARGET : 0;
    points += draft.has(Role.NOUN) && ReportReader.count(draft, mentions) != null ? 1 : 0;
    if (points + 1 + most < ENOUGH) {
      return false;
    }
    TokenRange reach = draft.reach;
    boolean armed = !Mentions.within(mentions.weapons(), reach.first(), reach.end()).isEmpty();
    points += armed ? 1 : 0;
    boolean mayBeBare = draft.type == EventType.ATTACK && !armed;
    if (points - (mayBeBare ? BARE : 0) >= ENOUGH && !isSoft(draft)) {
      return true;
    }
    return points + most >= ENOUGH && mayStand(draft, points, mayBeBare, mentions);
  }

  /** The same when all but parties and places is known. */
  private static boolean mayStand(Draft draft, int points, boolean mayBeBare, Mentions mentions) {
    int parties = parties(draft, mentions);
    int needed = draft.type == EventType.TALKS ? 2 : draft.type == EventType.THREAT ? 1 : 0;
    int sum = points + Math.min(parties, mostByParties(draft.type));
    if (parties < needed || sum + mostByPlaces(draft.type) < ENOUGH) {
      return false;
    }
    int bare = mayBeBare && parties == 0 ? BARE : 0;
    return sum - bare >= ENOUGH || sum + byPlaces(draft, bare, mentions) >= ENOUGH;
  }

  /** Parties that can take part: who kills can stand before the draft's reach. */
  private static int parties(Draft draft, Mentions mentions) {
    boolean sides = draft.type == EventType.TALKS || draft.type == EventType.CLASH;
    int first = sides ? draft.reach.first() : draft.sentence.first();
    return Mentions.within(mentions.parties(), first, draft.reach.end()).size();
  }

  /** The most that the places of the reach give; a list of places is never bare. */
  private static int byPlaces(Draft draft, int bare, Mentions mentions) {
    List<PlaceMention> places =
        Mentions.within(mentions.places(), draft.reach.first(), draft.reach.end());
    boolean narrow = false;
    for (int i = 0; i < places.size(); i++) {
      narrow |= isNarrow(places.get(i));
    }
    boolean listed = places.size() > 1 && mostByPlaces(draft.type) == MOST_BY_PLACES;
    return (narrow ? 1 : 0) + (listed ? LISTED : -bare);
  }

  /** Fights, talks and threats at several places are one. */
  private static int mostByPlaces(EventType type) {
    return switch (type) {
      case CLASH, TALKS, THREAT -> 1;
      default -> MOST_BY_PLACES;
    };
  }

  /** One that acted, and one aimed at where that is none of two sides and was not counted yet. */
  private static int mostByParties(EventType type) {
    boolean sides = type == EventType.TALKS || type == EventType.CLASH;
    return sides || TargetReader.isAimed(type) ? 1 : 1 + TARGET;
  }

  private static int mostTime(Draft draft, Mentions mentions) {
    Sentence sentence = draft.sentence;
    int points = TimeChoice.mayDate(draft.text, sentence) ? 1 : 0;
    for (TimeExpression time :
        Mentions.within(mentions.times(), sentence.first(), sentence.end())) {
      points = Math.max(points, time(time));
    }
    return points;
  }

  /** What the words alone give, beside the verb. */
  private static int words(Draft draft) {
    int points = draft.inTitle ? 1 : 0;
    points += isAftermath(draft) ? 1 : 0;
    points += opensLine(draft) ? 1 : 0;
    points += isVow(draft) ? ENOUGH : 0;
    points += draft.words.stream().anyMatch(w -> w.label().entry().is("concrete", "yes")) ? 1 : 0;
    points += draft.words.stream().anyMatch(w -> w.role() == Role.LIGHT && !w.isVerb()) ? 1 : 0;
    points += takesPositions(draft) ? 1 : 0;
    return points;
  }

  /** "retook positions", "seized two checkpoints": ground taken that says what was taken. */
  private static boolean takesPositions(Draft draft) {
    EventWord verb = draft.head();
    int end = Math.min(draft.sentence.end(), verb.end() + GROUND_REACH);
    for (int i = verb.end(); verb.role() == Role.GROUND && verb.isVerb() && i < end; i++) {
      Label force = draft.text.token(i).label("forces");
      if (force != null && force.entry().is("target", "yes")) {
        return true;
      }
    }
    return false;
  }

  /** Whether its word is one by which a speaker vows what will be done. */
  static boolean isVow(Draft draft) {
    return draft.head().label().entry().is("vow", "yes");
  }

  /** A threat needs somebody who threatens, talks at least two who talk or one who receives. */
  static boolean hasVoice(Draft draft) {
    return switch (draft.type) {
      case THREAT -> !draft.actors.isEmpty();
      case TALKS -> draft.actors.size() >= 2;
      default -> true;
    };
  }

  private static int announced(Draft draft) {
    return isIndefinite(draft) && Telling.isAnnounced(draft) ? ANNOUNCED : 0;
  }

  private static boolean isIndefinite(Draft draft) {
    return !draft.words.getFirst().label().clitics().isDefinite();
  }

  private static int verb(Draft draft) {
    int points = 0;
    for (EventWord word : draft.words) {
      boolean past = word.isPast();
      boolean event = word.role() != Role.THREAT && word.role() != Role.EFFECT;
      boolean effect = word.role() == Role.EFFECT;
      points = Math.max(points, past && event ? 2 : word.isVerb() && (event || effect) ? 1 : 0);
    }
    return points;
  }

  /** Dead or hurt of whom somebody speaks, or who are the object of a verb, are told as news. */
  private static int tolls(Draft draft) {
    if (draft.tolls.isEmpty()) {
      return 0;
    }
    boolean verb =
        draft.tolls.stream()
            .filter(toll -> draft.sentence.contains(toll.trigger()))
            .map(toll -> draft.text.token(toll.trigger()).label("casualty-words"))
            .anyMatch(label -> label != null && label.features().isVerb());
    return verb || !draft.said.isEmpty() || opensWithToll(draft) ? ENOUGH : 2;
  }

  /**
   * "the arrest of X in Y": an indefinite event noun that opens its line is told like a headline.
   */
  private static boolean opensLine(Draft draft) {
    EventWord word = draft.words.getFirst();
    return word.first() == draft.sentence.first()
        && !word.isVerb()
        && !word.label().clitics().isDefinite()
        && !word.label().clitics().has("w")
        && draft.sentence.end() - draft.sentence.first() <= LINE;
  }

  /** "the killing of three in an attack": a headline, or a sentence that tells like one. */
  private static boolean opensWithToll(Draft draft) {
    int first = draft.sentence.first();
    return draft.tolls.stream().anyMatch(t -> t.tokens().first() - first <= 1)
        && draft.text.token(first).isWord();
  }

  private static int time(Draft draft) {
    return draft.time == null ? 0 : time(draft.time);
  }

  private static int time(TimeExpression time) {
    return switch (time.value()) {
      case TimeValue.Day day -> 2;
      case TimeValue.Weekday weekday -> 2;
      case TimeValue.Date date -> 2;
      default -> 1;
    };
  }

  private static int place(Draft draft) {
    return draft.place != null && isNarrow(draft.place) ? 1 : 0;
  }

  private static boolean isNarrow(PlaceMention place) {
    return place.precision().compareTo(Precision.PROVINCE) <= 0;
  }

  /**
   * "after the attack", "since the raids", "in the blast": what follows on an event takes it as
   * having been.
   */
  private static boolean isAftermath(Draft draft) {
    int first = draft.words.getFirst().first();
    for (int back = 1; back <= 2 && first - back >= draft.sentence.first(); back++) {
      Label label = draft.text.token(first - back).label("event-prepositions");
      if (label != null && label.end() >= first - 1) {
        String role = label.entry().attribute("class");
        return role.equals("circumstance") || role.equals("cause");
      }
    }
    return false;
  }

  private static int penalties(Draft draft) {
    EventWord head = draft.head();
    int points = isGeneric(draft) ? 2 : 0;
    if (head.role() == Role.NOUN) {
      boolean plural = head.label().features().number() == Features.Num.PLURAL;
      points += isKnown(draft) && !isOwned(draft) ? 1 : 0;
      boolean sum =
          draft.scope == Scope.SERIES
              && (!draft.actors.isEmpty() || !draft.targets.isEmpty() || !draft.tolls.isEmpty());
      boolean fight = draft.type == EventType.CLASH;
      points += plural && draft.count == null && !sum && !fight && !draft.listed ? 1 : 0;
    }
    boolean bare =
        draft.type == EventType.ATTACK
            && draft.actors.isEmpty()
            && draft.weapons.isEmpty()
            && draft.tolls.isEmpty()
            && !draft.listed
            && draft.targets.stream().allMatch(t -> t.id() == null);
    points += bare ? BARE : 0;
    return points + topic(draft);
  }

  /** What the words for another matter take, the first that counts for the draft's type. */
  private static int topic(Draft draft) {
    boolean arrest =
        draft.type == EventType.SECURITY_OPERATION || draft.type == EventType.ABDUCTION;
    for (int i = draft.sentence.first(); i < draft.sentence.end(); i++) {
      Label topic = topicAt(draft, i);
      boolean crime = topic != null && topic.entry().is("topic", "crime");
      if (topic != null && (arrest || !crime)) {
        return crime ? 2 * ENOUGH : OTHER_MATTER;
      }
    }
    return 0;
  }

  /** The word for another matter at a token; "the team" that opens a rank is none. */
  private static @Nullable Label topicAt(Draft draft, int token) {
    Label topic = draft.text.token(token).label(TOPICS);
    Label rank = topic == null ? null : draft.text.token(token).label("titles");
    return rank != null && topic != null && rank.size() > topic.size() ? null : topic;
  }

  /** "the attack", "their attack": a noun that takes the event as known. */
  private static boolean isKnown(Draft draft) {
    EventWord head = draft.head();
    return head.role() == Role.NOUN
        && (head.label().clitics().isDefinite() || head.label().clitics().hasPronoun())
        && !strikes(draft);
  }

  /** "the shells struck the wards": what a finite verb says that it did is told anew. */
  private static boolean strikes(Draft draft) {
    return draft.words.stream()
        .anyMatch(w -> w.role() == Role.STRIKE && w.isVerb() && w.isPast() && isThing(draft));
  }

  private static boolean isThing(Draft draft) {
    return draft.head().label().entry().is("thing", "yes");
  }

  /** "an operation" without more. */
  private static boolean isGeneric(Draft draft) {
    EventWord head = draft.head();
    return head.role() == Role.NOUN
        && head.label().entry().is("generic", "yes")
        && draft.words.size() == 1
        && !TypeReader.isPursuit(draft);
  }

  /** What the draft's words and sentence take, whoever takes part. */
  private static int least(Draft draft) {
    return (isGeneric(draft) ? 2 : 0) + (isKnown(draft) ? 1 : 0) + topic(draft);
  }
}
