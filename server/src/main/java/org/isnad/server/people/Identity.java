package org.isnad.server.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name under which decisions are kept
 * @param role what they may do
 * @param way how they showed who they are
 * @param session hash of the session, where that is the way
 * @param ends when they have to show it again, or null
 */
public record Identity(
    String name, Role role, Way way, @Nullable String session, @Nullable Instant ends) {

  /** How somebody shows who they are. */
  public enum Way {
    /** Not at all. */
    NONE,
    /** By sitting at a machine without accounts. */
    LOCAL,
    /** By a cookie that a browser sends. */
    SESSION,
    /** By a token that a script sends. */
    TOKEN
  }

  /** Somebody who has not signed in. */
  public static final Identity NOBODY = new Identity("", Role.ANYBODY, Way.NONE, null, null);

  /** The one person on their own machine, who may everything. */
  public static Identity local(String name) {
    return new Identity(name, Role.ADMIN, Way.LOCAL, null, null);
  }
}
