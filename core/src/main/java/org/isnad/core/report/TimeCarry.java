package org.isnad.core.report;

import java.util.List;

/**
 * Lets news without a word of time of its own happen when the news told just before it happened
 * (codebook section 5). Background, sums, and what somebody says or discusses inherit nothing, and
 * background leaves nothing to inherit.
 */
final class TimeCarry {

  private TimeCarry() {}

  /**
   * Fills in the times that the drafts, in text order, take over; a day that is told goes first.
   */
  static void carry(List<Draft> drafts) {
    Draft dated = null;
    Draft announced = null;
    for (Draft draft : drafts) {
      if (draft.time != null) {
        dated = isNews(draft) && TimeOwner.isDay(draft.time.value()) ? draft : dated;
      } else if (inherits(draft)) {
        draft.time = dated == null ? null : dated.time;
        if (draft.announced == null && announced != null) {
          draft.announced = announced.announced;
        }
      }
      announced = draft.announced == null || draft.background ? announced : draft;
    }
  }

  /** What is only recalled, as what came before the news, dates nothing told behind it. */
  private static boolean isNews(Draft draft) {
    return !draft.background && draft.telling == Telling.TOLD;
  }

  private static boolean inherits(Draft draft) {
    boolean speech = draft.type == EventType.THREAT || draft.type == EventType.TALKS;
    return !draft.background && !speech && draft.scope == Scope.SINGLE && !draft.answered;
  }

  /**
   * When the finished draft happened, as far as the words go.
   *
   * @param main whether it is the article's news
   */
  static EventTime time(Draft draft, boolean main) {
    if (draft.time != null) {
      return new EventTime.Expressed(draft.time);
    }
    if (draft.announced != null && !draft.answered) {
      return new EventTime.Until(draft.announced);
    }
    if (!main) {
      return new EventTime.Unknown("background without a word of time");
    }
    return draft.answered
        ? new EventTime.Unknown("recalled as what something else answers")
        : new EventTime.News();
  }
}
