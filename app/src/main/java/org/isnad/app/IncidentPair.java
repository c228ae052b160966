package org.isnad.app;

import java.util.List;
import org.isnad.core.incident.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Two incidents that may be one event, with what speaks for and against it.
 *
 * @param a id of the first incident, the smaller
 * @param b id of the second incident
 * @param score sum of the weights, on the scale of linking, where two reports are one event from 3
 * @param findings everything compared, in a fixed order
 * @param state what people have said of the pair so far
 * @param decision the last decision on the pair that counts, or null
 */
public record IncidentPair(
    String a,
    String b,
    double score,
    List<Finding> findings,
    State state,
    @Nullable String decision) {

  /** Copies the list. */
  public IncidentPair {
    findings = List.copyOf(findings);
  }

  /** What people have said of a pair. */
  public enum State {
    /** Nothing yet. */
    OPEN,
    /** Somebody has looked and was not sure. */
    UNSURE,
    /** They are two events. */
    APART
  }

  /**
   * One thing that the two have in common, or in which they differ.
   *
   * @param aspect what was compared
   * @param kind what came out
   * @param weight how much it speaks for one event (above 0) or two (below 0)
   */
  public record Finding(Reason.Aspect aspect, Kind kind, double weight) {}

  /** What comparing one aspect of two incidents can give. */
  public enum Kind {
    /** One and the same day, place or type. */
    SAME,
    /** Days that overlap, or ranges of figures that do. */
    OVERLAP,
    /** Days that follow each other. */
    NEXT_DAY,
    /** A place that lies in the other. */
    WITHIN,
    /** Places a few kilometres from each other. */
    NEAR,
    /** A place so wide that it tells nothing apart. */
    WIDE,
    /** Types that can be words for one event, or figures of one event at two moments. */
    CLOSE,
    /** At least one party in common. */
    SHARED,
    /** Other parties, or other figures. */
    OTHER,
    /** Figures of another order. */
    FAR,
    /** One article tells them as two. */
    ONE_ARTICLE
  }
}
