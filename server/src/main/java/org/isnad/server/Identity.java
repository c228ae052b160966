package org.isnad.server;

/**
 * Who asks.
 *
 * @param name under which decisions are kept
 * @param role what they may do
 */
public record Identity(String name, Role role) {

  /** Somebody who has not signed in. */
  public static final Identity NOBODY = new Identity("", Role.ANYBODY);
}
