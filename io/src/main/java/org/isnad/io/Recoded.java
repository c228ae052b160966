package org.isnad.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A stream of one encoding as UTF-8; bytes that the encoding does not explain end it with an
 * exception.
 */
final class Recoded extends InputStream {

  private static final int CHUNK = 1 << 13;

  private final Reader reader;
  private final char[] chars = new char[CHUNK];
  private byte[] bytes = {};
  private int at;
  private int kept;

  /** What {@code in} says in {@code charset}. */
  Recoded(InputStream in, Charset charset) {
    reader = new InputStreamReader(in, charset.newDecoder());
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, n);
    at += n;
    return n;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int n = reader.read(chars, kept, CHUNK - kept);
      if (n < 0) {
        return false;
      }
      encode(kept + n);
    }
    return true;
  }

  /** The first half of a pair waits for its second. */
  private void encode(int end) {
    int whole = Character.isHighSurrogate(chars[end - 1]) ? end - 1 : end;
    bytes = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
    at = 0;
    kept = end - whole;
    if (kept > 0) {
      chars[0] = chars[whole];
    }
  }
}
