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

  /** The bit of a list. */
  public static long bit(String list) {
    return 1L << (list.hashCode() * SPREAD >>> 26);
  }
}
