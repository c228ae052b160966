package org.isnad.core.report;

import org.isnad.core.mention.TimeExpression;

/**
 * When an event happened, as far as the article's words go; days come later (codebook section 5).
 */
public sealed interface EventTime {

  /** The text says when. */
  record Expressed(TimeExpression expression) implements EventTime {}

  /**
   * The text says when it ended or was announced at the latest ("announced yesterday"): the start
   * is open.
   */
  record Until(TimeExpression limit) implements EventTime {}

  /**
   * No word of time, and the event is the article's news: the day of publication or the day before.
   */
  record News() implements EventTime {}

  /** No word of time, and nothing to infer one from: open, with the reason. */
  record Unknown(String reason) implements EventTime {}
}
