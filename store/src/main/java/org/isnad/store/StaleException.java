package org.isnad.store;

/** Somebody decided on another version of an incident than the one that stands. */
public final class StaleException extends RefusedException {

  private static final long serialVersionUID = 1L;

  private final int version;

  /** The version that was seen, and the one that stands. */
  public StaleException(String incident, int seen, int version) {
    super(
        "incident "
            + incident
            + " is at version "
            + version
            + ", and version "
            + seen
            + " was decided on; look at it again");
    this.version = version;
  }

  /** The version that stands. */
  public int version() {
    return version;
  }
}
