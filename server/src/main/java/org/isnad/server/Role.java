package org.isnad.server;

import java.util.Locale;

/** What a person may do; each role may all that those before it may. */
public enum Role {
  /** Anybody, signed in or not. */
  ANYBODY,
  /** Reads. */
  READER,
  /** Decides about incidents: accepts, edits, rejects, comments. */
  CODER,
  /** Publishes, merges and splits. */
  EDITOR,
  /** Manages accounts and the workspace. */
  ADMIN;

  /** Whether this role may what needs the other. */
  public boolean may(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The name in the API. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
