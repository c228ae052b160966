package org.isnad.core.dating;

import org.isnad.core.mention.DateWindow;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of time means against a clock.
 *
 * @param window the days
 * @param conflict what cannot be at once ("yesterday, Friday" on a Monday), in a sentence, or null
 */
public record Resolution(DateWindow window, @Nullable String conflict) {

  /** Days without a conflict. */
  static Resolution of(DateWindow window) {
    return new Resolution(window, null);
  }
}
