package org.isnad.core.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.isnad.core.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a passage may have been written: what its "today" can be.
 *
 * @param article whose publication this is
 * @param earliest first possible day, or null where open
 * @param latest last possible day, or null where open
 * @param weekdays the weekdays it can fall on; empty means any
 */
public record Clock(
    ArticleId article,
    @Nullable LocalDate earliest,
    @Nullable LocalDate latest,
    Set<DayOfWeek> weekdays) {

  /** A clock that shows one day. */
  public static Clock at(ArticleId article, LocalDate day) {
    return new Clock(article, day, day, Set.of());
  }

  /** Whether one day is known. */
  public boolean isOneDay() {
    return earliest != null && earliest.equals(latest);
  }
}
