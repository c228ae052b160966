package org.isnad.core.incident;

/**
 * One thing that two reports have in common, or in which they differ.
 *
 * @param aspect what was compared
 * @param weight how much it speaks for one event (above 0) or two (below 0); negative infinity
 *     where it excludes one event
 * @param text what was found, in a sentence
 */
public record Reason(Aspect aspect, double weight, String text) {

  /** What is compared. */
  public enum Aspect {
    /** Both in one article, or not. */
    ARTICLE,
    /** When. */
    TIME,
    /** At what part of the day. */
    HOUR,
    /** Where. */
    PLACE,
    /** What happened. */
    TYPE,
    /** Who. */
    ACTORS,
    /** Against whom. */
    TARGETS,
    /** Dead. */
    KILLED,
    /** Hurt. */
    INJURED,
    /** How many events. */
    COUNT,
    /** The words themselves. */
    TEXT
  }

  /** Whether it rules out that both are of one event. */
  public boolean excludes() {
    return weight == Double.NEGATIVE_INFINITY;
  }

  static Reason excluding(Aspect aspect, String text) {
    return new Reason(aspect, Double.NEGATIVE_INFINITY, text);
  }
}
