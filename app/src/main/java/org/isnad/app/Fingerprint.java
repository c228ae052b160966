package org.isnad.app;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What something was made of, as a number of 128 bits: SHA-256, cut. Parts are told apart by their
 * lengths.
 */
final class Fingerprint {

  /** Bytes of a fingerprint. */
  static final int SIZE = 16;

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a part. */
  Fingerprint add(byte[] part) {
    add(part.length);
    digest.update(part);
    return this;
  }

  /** Adds a text; null is another part than an empty one. */
  Fingerprint add(@Nullable Object part) {
    add(part == null ? 0 : 1);
    return add(Objects.toString(part, "").getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a number. */
  Fingerprint add(int part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part).array());
    return this;
  }

  /** The fingerprint of what was added; nothing can be added any more. */
  byte[] bytes() {
    return Arrays.copyOf(digest.digest(), SIZE);
  }

  /** The same as digits. */
  String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
