package org.isnad.server.people;

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

  /**
   * The role of an account with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Role of(String id) {
    for (Role role : values()) {
      if (role != ANYBODY && role.id().equals(id)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "no role '" + id + "'; expected reader, coder, editor or admin");
  }

  /** The lesser of two. */
  public Role atMost(Role other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The name in the API. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
