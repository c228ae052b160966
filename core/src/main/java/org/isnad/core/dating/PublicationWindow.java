package org.isnad.core.dating;

import java.util.List;

/**
 * When an article was published, and why that is thought (codebook section 10).
 *
 * @param clock the possible days
 * @param basis where the knowledge comes from
 * @param constraints every piece of evidence, those set aside included
 */
public record PublicationWindow(Clock clock, Basis basis, List<Constraint> constraints) {

  /** Where the knowledge of the date comes from, named as in the published schema. */
  public enum Basis {
    /** Given with the input. */
    DECLARED,
    /** Written in the article. */
    STATED,
    /** Narrowed by internal evidence. */
    INFERRED,
    /** Nothing narrows it. */
    UNKNOWN
  }
}
