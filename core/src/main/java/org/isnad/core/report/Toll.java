package org.isnad.core.report;

import org.isnad.core.mention.Quantity;

/** How many were killed or hurt (codebook section 8). Not mentioned is no toll at all. */
public sealed interface Toll {

  /** A number, exact, ranged or open. */
  record Counted(Quantity quantity) implements Toll {}

  /** The text says there were none. */
  record None() implements Toll {}

  /** The text says it is not known. */
  record Unknown() implements Toll {}

  /** {@code n} persons. */
  static Toll of(int n) {
    return new Counted(Quantity.exactly(n));
  }
}
