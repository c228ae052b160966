package org.isnad.core.lexicon;

/**
 * A set of lists that may say yes wrongly and never says no wrongly, in one number: every list has
 * one of 64 bits, and two lists may share one.
 *
 * @param bits the bits of its lists
 */
public record ListFilter(long bits) {

  /** No list. */
  public static final ListFilter NONE = new ListFilter(0);

  /** The set of one list. */
  public static ListFilter of(String list) {
    return new ListFilter(bit(list));
  }

  /** This set and the other. */
  public ListFilter with(ListFilter other) {
    return (bits | other.bits) == bits ? this : new ListFilter(bits | other.bits);
  }

  /** Whether the two sets may have a list in common. */
  public boolean meets(ListFilter other) {
    return (bits & other.bits) != 0;
  }

  /** Whether the list may be in this set. */
  public boolean mayHold(String list) {
    return (bits & bit(list)) != 0;
  }

  /** The bit of a list. */
  public static long bit(String list) {
    return 1L << list.hashCode();
  }
}
