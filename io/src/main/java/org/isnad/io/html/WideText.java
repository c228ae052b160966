package org.isnad.io.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells UTF-16 without a byte-order mark by the bytes that every second place shares. */
final class WideText {

  /** Bytes looked at. */
  private static final int PROBE = 4096;

  /** Share of places that must hold a high byte of ASCII or Arabic. */
  private static final double MOST = 0.9;

  private WideText() {}

  /** UTF-16 of either order, or null where the bytes are no such text. */
  static @Nullable Charset charset(byte[] bytes) {
    int pairs = Math.min(bytes.length, PROBE) / 2;
    int bigEndian = 0;
    int littleEndian = 0;
    int zeros = 0;
    for (int i = 0; i < pairs; i++) {
      bigEndian += isHigh(bytes[2 * i]) ? 1 : 0;
      littleEndian += isHigh(bytes[2 * i + 1]) ? 1 : 0;
      zeros += bytes[2 * i] == 0 || bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs < 2 || zeros == 0) {
      return null;
    }
    if (bigEndian > MOST * pairs && bigEndian > littleEndian) {
      return StandardCharsets.UTF_16BE;
    }
    return littleEndian > MOST * pairs ? StandardCharsets.UTF_16LE : null;
  }

  /** The high byte of ASCII, of Arabic and of the signs around it. */
  private static boolean isHigh(byte b) {
    return b == 0 || b == 6 || b == 0x20;
  }
}
