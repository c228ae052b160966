package org.isnad.core.report;

import org.isnad.core.analysis.Label;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.TimeValue;
import org.isnad.core.mention.event.EventWord;
import org.jspecify.annotations.Nullable;

/**
 * Tells a campaign from a fight: what goes on for more than a week, or is summed up since it broke
 * out, is many fights (codebook section 3). "A thousand were killed since the war began" is no
 * fight of the day on which it is said.
 */
final class Campaign {

  /** Days of fighting that are still one fight: a week. */
  private static final int DAYS = 7;

  /** Dead or hurt of whom no day is told from which they are those of a war, and of no event. */
  private static final int TOLL_OF_A_WAR = 1000;

  private static final String PREPOSITIONS = "time-prepositions";

  private Campaign() {}

  /** Whether the draft, a clash, is told as many of them. */
  static boolean is(Draft draft) {
    return draft.time != null && isLong(draft.time.value()) || outbreak(draft) != null;
  }

  /**
   * Whether thousands are told of without the day, month or year in which it was: "the militants,
   * who have killed thousands".
   */
  static boolean isTollOfAWar(Draft draft, Tolls tolls) {
    TimeValue time = draft.time == null ? null : draft.time.value();
    boolean open =
        time == null
            || time instanceof TimeValue.Since
            || time instanceof TimeValue.Span
            || time instanceof TimeValue.Until;
    return open
        && !Concreteness.isSoft(draft)
        && (isThousands(tolls.killed()) || isThousands(tolls.injured()));
  }

  private static boolean isThousands(@Nullable Toll toll) {
    Integer least = toll instanceof Toll.Counted counted ? counted.quantity().min() : null;
    return least != null && least >= TOLL_OF_A_WAR;
  }

  private static boolean isLong(TimeValue value) {
    return switch (value) {
      case TimeValue.Since since -> isLongAgo(since.start());
      case TimeValue.Span span -> !span.future() && isLong(span.unit(), span.amount());
      default -> false;
    };
  }

  private static boolean isLongAgo(TimeValue start) {
    return switch (start) {
      case TimeValue.Shift shift -> isLong(shift.unit(), shift.amount());
      case TimeValue.Month month -> true;
      case TimeValue.Season season -> true;
      case TimeValue.Year year -> true;
      case TimeValue.Decade decade -> true;
      case TimeValue.Date date -> date.year() != null;
      default -> false;
    };
  }

  private static boolean isLong(TimeValue.Unit unit, @Nullable Quantity amount) {
    Integer least = amount == null ? null : amount.min();
    int units = least == null ? 2 : least;
    return switch (unit) {
      case MINUTE, HOUR -> false;
      case DAY -> units > DAYS;
      case WEEK -> units > 1;
      default -> true;
    };
  }

  /** Whether the word, verb or noun, is one of ground taken or lost. */
  static boolean takesGround(EventWord word) {
    Entry entry = word.label().entry();
    return entry.is("role", "ground") || entry.is("ground", "yes");
  }

  /**
   * "since the outbreak of the clashes": the word on which that for the fight hangs, or null;
   * "since the liberation of the town" is no outbreak.
   */
  static @Nullable Label outbreak(Draft draft) {
    int first = draft.words.getFirst().first();
    Label since =
        first == draft.sentence.first()
                || draft.type != EventType.CLASH
                || takesGround(draft.head())
            ? null
            : draft.text.token(first - 1).label(PREPOSITIONS);
    return since != null && since.key().equals("since") ? since : null;
  }
}
