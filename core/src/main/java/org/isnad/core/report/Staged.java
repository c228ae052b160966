package org.isnad.core.report;

import org.isnad.core.analysis.Label;
import org.isnad.core.mention.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was only played or tried out (drills, tests of missiles, films and books) and the wars
 * of other ages (codebook section 1, what is invented; history lessons).
 */
final class Staged {

  private static final String LIST = "staged";

  /**
   * The first year whose events are coded: what is older is history, not news. No living person
   * remembers more.
   */
  private static final int FIRST_YEAR = 1900;

  /** 1300 of the Islamic count is 1883, 1500 is 2077. */
  private static final int FIRST_ISLAMIC_YEAR = 1300;

  private static final int LAST_ISLAMIC_YEAR = 1500;

  private Staged() {}

  /** Whether the draft, its time read, is of a play or of another age. */
  static boolean is(Draft draft) {
    return isOld(draft) || isPlayed(draft) || isOfOldAge(draft);
  }

  private static boolean isOld(Draft draft) {
    return switch (draft.time == null ? null : draft.time.value()) {
      case TimeValue.Year year -> isOld(year.year());
      case TimeValue.Month month -> !month.islamic() && month.year() != null && isOld(month.year());
      case TimeValue.Date date -> !date.islamic() && date.year() != null && isOld(date.year());
      case null, default -> false;
    };
  }

  /** Years of our days in the Islamic count are not told from years of the Middle Ages. */
  private static boolean isOld(int year) {
    boolean islamic = year >= FIRST_ISLAMIC_YEAR && year <= LAST_ISLAMIC_YEAR;
    return year < FIRST_YEAR && !islamic;
  }

  /** "a drill in which the guns shelled": the word for it stands before the event, nobody hurt. */
  private static boolean isPlayed(Draft draft) {
    int first = draft.words.getLast().first();
    for (int i = draft.sentence.first(); i < first; i++) {
      Label label = at(draft, i, "play");
      if (label != null && !isAfter(draft, i)) {
        boolean story = label.key().equals("story");
        return story || !isBloody(draft);
      }
    }
    return false;
  }

  /** "hours after a drill": the event is another. */
  private static boolean isAfter(Draft draft, int at) {
    Label before =
        at == draft.sentence.first() ? null : draft.text.token(at - 1).label("event-prepositions");
    return before != null
        && (before.key().equals("after") || before.key().equals("since"))
        && before.end() == at;
  }

  /** "the Mongols stormed": no party of today takes part, and no day is named. */
  private static boolean isOfOldAge(Draft draft) {
    boolean today =
        isOfToday(draft)
            || draft.actors.stream().anyMatch(a -> a.id() != null)
            || draft.targets.stream().anyMatch(t -> t.id() != null);
    if (today) {
      return false;
    }
    for (int i = draft.sentence.first(); i < draft.sentence.end(); i++) {
      if (at(draft, i, "past") != null) {
        return true;
      }
    }
    return false;
  }

  /** A day, a weekday, a year: a month or a feast comes in every age. */
  private static boolean isOfToday(Draft draft) {
    return switch (draft.time == null ? null : draft.time.value()) {
      case TimeValue.Day day -> true;
      case TimeValue.Weekday weekday -> true;
      case TimeValue.Year year -> true;
      case TimeValue.Date date -> true;
      case TimeValue.Since since -> true;
      case null, default -> false;
    };
  }

  private static @Nullable Label at(Draft draft, int token, String kind) {
    Label label = draft.text.token(token).label(LIST);
    return label != null && label.entry().is("class", kind) ? label : null;
  }

  private static boolean isBloody(Draft draft) {
    for (int i = draft.reach.first(); i < draft.reach.end(); i++) {
      if (draft.text.token(i).is("casualty-words")) {
        return true;
      }
    }
    return false;
  }
}
