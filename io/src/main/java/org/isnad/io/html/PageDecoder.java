package org.isnad.io.html;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a page into characters. A byte-order mark decides; else bytes that are valid
 * UTF-8 beyond ASCII are UTF-8 whatever is declared, since no Arabic text in a one-byte encoding
 * is; else the declared encoding stands where the result reads as text; else the Arabic encoding
 * that leaves the fewest stray letters. Bytes that UTF-8 does not explain inside an otherwise sound
 * page (a template in UTF-8 around a story from an old database) are read as Windows-1256.
 */
public final class PageDecoder {

  private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
  private static final Charset ISO_8859_6 = Charset.forName("ISO-8859-6");

  /** A declaration of the encoding stands within so many bytes (HTML standard: 1024). */
  private static final int PRESCAN = 4096;

  /** Sequences of several bytes needed for each broken byte, for a page to be UTF-8 at all. */
  private static final int SOUND_PER_BROKEN = 2;

  private PageDecoder() {}

  /**
   * The characters of a page.
   *
   * @param text without a byte-order mark
   * @param charset what the bytes were read as
   */
  public record Decoded(String text, String charset) {}

  /**
   * Decodes a page.
   *
   * @param declared the encoding that the server named, or null
   */
  public static Decoded decode(byte[] bytes, @Nullable String declared) {
    Charset marked = byMark(bytes);
    if (marked != null) {
      return decoded(bytes, marked);
    }
    Charset wide = WideText.charset(bytes);
    if (wide != null) {
      return decoded(bytes, wide);
    }
    Utf8Shape shape = Utf8Shape.of(bytes);
    if (shape.broken() == 0) {
      return decoded(bytes, StandardCharsets.UTF_8);
    }
    if (shape.sound() > SOUND_PER_BROKEN * shape.broken()) {
      return new Decoded(mixed(bytes), "UTF-8, windows-1256");
    }
    return decoded(bytes, oneByte(bytes, charset(declared), charset(metaCharset(bytes))));
  }

  private static Decoded decoded(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, charset.name());
  }

  private static @Nullable Charset byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE
        ? StandardCharsets.UTF_16LE
        : null;
  }

  /** Of what is declared and the two Arabic encodings, the one that reads best; ties go first. */
  private static Charset oneByte(byte[] bytes, @Nullable Charset server, @Nullable Charset meta) {
    Charset best = WINDOWS_1256;
    long fewest = Long.MAX_VALUE;
    Charset[] candidates = {server, meta, WINDOWS_1256, ISO_8859_6};
    for (Charset candidate : candidates) {
      if (candidate == null || StandardCharsets.UTF_8.equals(candidate)) {
        continue;
      }
      long strays = strays(new String(bytes, candidate));
      if (strays < fewest) {
        fewest = strays;
        best = candidate;
      }
    }
    return best;
  }

  /**
   * Characters that Arabic pages hardly hold: letters between ASCII and Arabic, what the encoding
   * leaves open, and vowel marks, which take the place of letters where ISO-8859-6 and Windows-1256
   * are confused.
   */
  private static long strays(String text) {
    long strays = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean latin = c >= 0x80 && c < 0xA0 || c >= 0xC0 && c < 0x0600;
      boolean mark = c >= 0x064B && c <= 0x0652 || c == 0x0640;
      strays += c == '\uFFFD' || latin ? 2 : mark || c > 0x0652 && c < 0x0700 ? 1 : 0;
    }
    return strays;
  }

  private static String mixed(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    while (in.hasRemaining()) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      for (int i = 0; i < result.length() && in.hasRemaining(); i++) {
        out.put(WINDOWS_1256.decode(ByteBuffer.wrap(new byte[] {in.get()})));
      }
      decoder.reset();
    }
    return out.flip().toString();
  }

  /** The encoding that a {@code meta} element or an XML declaration names, or null. */
  private static @Nullable String metaCharset(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    for (String key : new String[] {"charset", "encoding"}) {
      int at = head.indexOf(key);
      while (at >= 0) {
        String name = named(head, at + key.length());
        if (!name.isEmpty()) {
          return name;
        }
        at = head.indexOf(key, at + 1);
      }
    }
    return null;
  }

  private static String named(String head, int from) {
    int start = from;
    while (start < head.length() && " \t\r\n=\"'".indexOf(head.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < head.length()
        && (Character.isLetterOrDigit(head.charAt(end)) || "-_.:".indexOf(head.charAt(end)) >= 0)) {
      end++;
    }
    return head.substring(start, end);
  }

  private static @Nullable Charset charset(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
