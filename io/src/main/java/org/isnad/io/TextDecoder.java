package org.isnad.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes to text: UTF-16 by its mark, UTF-8 where it is valid, else Windows-1256 where the
 * result is mostly Arabic.
 */
final class TextDecoder {

  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

  /** Share of Arabic among the letters for a guess at Windows-1256 to stand. */
  private static final double ARABIC_SHARE = 0.6;

  /** Bytes looked at to tell binary from text. */
  private static final int PROBE = 4096;

  private TextDecoder() {}

  /** Whether the bytes hold NUL where no UTF-16 mark explains it. */
  static boolean isBinary(byte[] bytes) {
    if (isUtf16(bytes)) {
      return false;
    }
    int control = 0;
    int probe = Math.min(bytes.length, PROBE);
    for (int i = 0; i < probe; i++) {
      int b = bytes[i];
      if (b == 0) {
        return true;
      }
      control += b > 0 && b < 9 || b > 13 && b < 32 && b != 27 ? 1 : 0;
    }
    return probe > 0 && control * 10 > probe;
  }

  /**
   * The encoding of a stream by its first bytes, which may end inside a character: UTF-16 by its
   * mark, else UTF-8 where it is valid so far, else Windows-1256 where that makes it mostly Arabic,
   * else UTF-8.
   */
  static Charset charset(byte[] head) {
    if (isUtf16(head)) {
      return head[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    CoderResult utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
    boolean old = utf8.isError() && isMostlyArabic(new String(head, WINDOWS_1256));
    return old ? WINDOWS_1256 : StandardCharsets.UTF_8;
  }

  /** How many bytes at the start are a byte-order mark. */
  static int markLength(byte[] head) {
    if (isUtf16(head)) {
      return 2;
    }
    return head.length >= 3
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF
        ? 3
        : 0;
  }

  /** The text, or null where no encoding explains the bytes. */
  static @Nullable String decode(byte[] bytes) {
    if (isUtf16(bytes)) {
      return strict(bytes, StandardCharsets.UTF_16);
    }
    String utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8;
    }
    String arabic = new String(bytes, WINDOWS_1256);
    return isMostlyArabic(arabic) ? arabic : null;
  }

  /** Whether a byte-order mark of UTF-16 stands first. */
  static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
            || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean isMostlyArabic(String text) {
    int arabic = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      arabic += c >= 0x0621 && c <= 0x064A ? 1 : 0;
    }
    return letters > 0 && arabic > ARABIC_SHARE * letters;
  }
}
