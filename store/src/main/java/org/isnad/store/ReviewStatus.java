package org.isnad.store;

import java.util.Locale;

/** Where an incident stands on its way to publication. */
public enum ReviewStatus {
  /** As the program read it; nobody has decided anything. */
  SUGGESTED,
  /** Somebody has edited it or was unsure. */
  IN_REVIEW,
  /** Somebody has accepted it. */
  APPROVED,
  /** Accepted and given to the public. */
  PUBLISHED,
  /** Rejected, or no report tells of it any more. */
  RETRACTED,
  /** One with another incident, under whose identifier it goes on. */
  MERGED;

  /** The name in the store and the API, such as {@code in-review}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the identifier only tells what became of the incident. */
  public boolean isTombstone() {
    return this == RETRACTED || this == MERGED;
  }

  /**
   * The status with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ReviewStatus of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
