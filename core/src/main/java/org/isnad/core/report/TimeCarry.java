package org.isnad.core.report;

import java.util.List;
import org.isnad.core.mention.TimeExpression;
import org.isnad.core.mention.TimeValue;

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
    drafts.stream().filter(d -> d.inTitle).forEach(title -> toTitle(title, drafts));
  }

  /** A sum of which only the headline tells is of the day of the first of its kind below it. */
  private static void toTitle(Draft title, List<Draft> drafts) {
    if (title.time != null || title.announced != null || !inherits(title)) {
      return;
    }
    for (Draft draft : drafts) {
      if (!draft.inTitle && isNews(draft) && draft.type == title.type) {
        title.announced = draft.announced;
        return;
      }
    }
  }

  /** What is only recalled, as what came before the news, dates nothing told behind it. */
  private static boolean isNews(Draft draft) {
    return !draft.background && draft.telling == Telling.TOLD;
  }

  private static boolean inherits(Draft draft) {
    boolean speech = draft.type == EventType.THREAT || draft.type == EventType.TALKS;
    return !speech && isOfTheDay(draft) && !draft.answered;
  }

  /** Whether it is news, or a sum that is told as news: "carried out nine strikes". */
  private static boolean isOfTheDay(Draft draft) {
    return !draft.background && (draft.scope == Scope.SINGLE || draft.telling == Telling.TOLD);
  }

  /** "announced yesterday": the limit of what came before the news has an open start. */
  private static EventTime announced(Draft draft, TimeExpression limit) {
    return isOfTheDay(draft)
        ? new EventTime.Until(limit)
        : new EventTime.Expressed(
            new TimeExpression(
                limit.span(),
                limit.tokens(),
                new TimeValue.Until(limit.value()),
                null,
                limit.derivation()));
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
      return announced(draft, draft.announced);
    }
    if (!main && !isOfTheDay(draft)) {
      return new EventTime.Unknown("background without a word of time");
    }
    return draft.answered
        ? new EventTime.Unknown("recalled as what something else answers")
        : new EventTime.News();
  }
}
