package org.isnad.server.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id (RFC 9106).
 *
 * <p>Memory, passes and lanes are those that OWASP's cheat sheet on password storage names first
 * (19 MiB, 2, 1). The text is normalised (NFKC), so that it is the same from every keyboard.
 */
final class Passwords {

  /** Fewest characters, as NIST SP 800-63B asks where no second factor stands beside. */
  static final int SHORTEST = 12;

  /** Most characters: longer ones only cost time. */
  static final int LONGEST = 256;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  /** So many are hashed at once, each in its own 19 MiB. */
  private static final Semaphore AT_ONCE = new Semaphore(2);

  /** Stands in for the hash of somebody unknown, so that they take the same time. */
  private static final String NOBODYS = hashed("nobody has this one");

  private Passwords() {}

  /**
   * The hash of a new password.
   *
   * @throws IllegalArgumentException if it is too short or too long
   */
  static String hash(String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new IllegalArgumentException(
          "a password has from " + SHORTEST + " to " + LONGEST + " characters");
    }
    return hashed(password);
  }

  /**
   * Whether the password has this hash. Without a hash it takes the same time and is false.
   *
   * @param hash of the account, or null where there is none
   */
  static boolean matches(String password, @Nullable String hash) {
    if (password.length() > 2 * LONGEST) {
      return false;
    }
    String against = hash == null ? NOBODYS : hash;
    AT_ONCE.acquireUninterruptibly();
    try {
      boolean same =
          Password.check(normal(password), against)
              .with(Argon2Function.getInstanceFromHash(against));
      return same && hash != null;
    } finally {
      AT_ONCE.release();
    }
  }

  private static String hashed(String password) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return Password.hash(normal(password)).addRandomSalt(16).with(FUNCTION).getResult();
    } finally {
      AT_ONCE.release();
    }
  }

  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
