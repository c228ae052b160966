package org.isnad.core.lexicon;

/**
 * A set of lists that may say yes wrongly and never says no wrongly, in one number: every list has
 * one of 64 bits, and two lists may share one.
 *
 * @param bits the bits of its lists
 */
public record ListFilter(long bits) {

  /**
   * Spreads the hashes of names over the bits: of 30,000 odd numbers the one under which the lists
   * that most words of news stand in share fewest bits.
   */
  private static final int SPREAD = 0x5eb44fa3;

  /** Spreads them otherwise: 2 to the power of 32 by the golden ratio. */
  private static final int OTHER_SPREAD = 0x9e3779b9;

  /** No list. */
  public static final ListFilter NONE = new ListFilter(0);

  /** The set of these lists. */
  public static ListFilter of(String... lists) {
    long bits = 0;
    for (String list : lists) {
      bits |= bit(list);
    }
    return new ListFilter(bits);
  }

  /** This set and the other. */
  public ListFilter with(ListFilter other) {
    return (bits | other.bits) == bits ? this : new ListFilter(bits | other.bits);
  }

  /** Another bit of a list: lists that share the first mostly do not share this. */
  static long otherBit(String list) {
    return 1L << (Integer.rotateLeft(list.hashCode(), 13) * OTHER_SPREAD >>> 26);
  }

  /** The bit of a list. */
  public static long bit(String list) {
    return 1L << (list.hashCode() * SPREAD >>> 26);
  }
}
