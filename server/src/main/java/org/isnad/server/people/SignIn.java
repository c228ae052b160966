package org.isnad.server.people;

import java.time.Duration;

/** What came of a try to sign in. */
public sealed interface SignIn {

  /**
   * It succeeded.
   *
   * @param secret what the cookie is to hold
   * @param identity who it is
   */
  record Done(String secret, Identity identity) implements SignIn {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "Done[" + identity.name() + "]";
    }
  }

  /** Name or password are wrong, or the account is disabled. */
  record Refused() implements SignIn {}

  /**
   * There were too many tries.
   *
   * @param delay how long to wait
   */
  record Later(Duration delay) implements SignIn {}
}
