package org.isnad.core.reuse;

/**
 * One reason to believe a direction.
 *
 * @param kind what it rests on
 * @param says the direction it speaks for
 * @param reason in a sentence
 */
public record Evidence(Kind kind, Direction says, String reason) {

  /** What a direction can rest on, strongest first. */
  public enum Kind {
    /** One was published on an earlier day than the other. */
    PUBLICATION,
    /** One names the other's outlet, and not the other way round. */
    NAMED_SOURCE,
    /** The same event is "today" in one and "yesterday" in the other. */
    DAY_WORDS,
    /**
     * All of one stands in the other, which has much more. Weak: it may also have been added to.
     */
    CONTAINMENT
  }
}
