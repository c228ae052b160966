package org.isnad.core.reuse;

import org.isnad.core.text.Span;

/**
 * Day words that differ at the same place of a shared passage: a newsroom re-dated it, or wrote on
 * another day.
 *
 * @param inA where they stand in the first text
 * @param a what they say there
 * @param inB where they stand in the second text
 * @param b what they say there
 */
public record DayShift(Span inA, DayWord a, Span inB, DayWord b) {

  /** The same seen from the second text. */
  public DayShift flipped() {
    return new DayShift(inB, b, inA, a);
  }

  /**
   * How many days later the second text places itself, if both speak of one day: 1 where the first
   * says "today" and the second "yesterday".
   */
  public int daysLater() {
    Integer from = a.offset();
    Integer to = b.offset();
    return from == null || to == null ? 0 : from - to;
  }
}
