package org.isnad.server.people;

import java.security.SecureRandom;
import java.util.Base64;
import org.isnad.io.ContentHash;

/**
 * Makes what opens a session or is a token: 256 random bits. Their hash needs no salt and no slow
 * function, since nobody can try so many.
 */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Secrets() {}

  /** A new secret, in letters, digits, {@code -} and {@code _}. */
  static String make() {
    return random(BYTES);
  }

  /** A short id that opens nothing. */
  static String id() {
    return random(6);
  }

  /** What the store keeps of a secret. */
  static String hash(String secret) {
    return ContentHash.of(secret);
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
