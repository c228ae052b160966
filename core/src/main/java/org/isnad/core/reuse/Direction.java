package org.isnad.core.reuse;

/** Who copied whom, of two articles that share text. */
public enum Direction {
  /** The first copied the second. */
  A_COPIES_B,
  /** The second copied the first. */
  B_COPIES_A,
  /** Nothing tells: either copied the other, or both a third. */
  UNKNOWN;

  /** The same, said of the articles in the other order. */
  public Direction flipped() {
    return switch (this) {
      case A_COPIES_B -> B_COPIES_A;
      case B_COPIES_A -> A_COPIES_B;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
