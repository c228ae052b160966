package org.isnad.core.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * The lines of a UTF-8 text, cut out of its bytes when asked for. Lines end with LF or CRLF; bytes
 * that are no UTF-8 become replacement characters. Immutable as long as the bytes are left alone.
 */
final class Utf8Lines extends AbstractList<String> implements RandomAccess {

  private final byte[] utf8;
  private final int[] ends;

  Utf8Lines(byte[] utf8) {
    this.utf8 = utf8;
    int[] found = new int[64];
    int lines = 0;
    for (int i = 0; i <= utf8.length; i++) {
      boolean last = i == utf8.length && i > 0 && utf8[i - 1] != '\n';
      if (last || i < utf8.length && utf8[i] == '\n') {
        found = lines == found.length ? Arrays.copyOf(found, lines * 2) : found;
        found[lines++] = i;
      }
    }
    this.ends = Arrays.copyOf(found, lines);
  }

  @Override
  public String get(int line) {
    int start = line == 0 ? 0 : ends[line - 1] + 1;
    int end = ends[line] > start && utf8[ends[line] - 1] == '\r' ? ends[line] - 1 : ends[line];
    return new String(utf8, start, end - start, StandardCharsets.UTF_8);
  }

  @Override
  public int size() {
    return ends.length;
  }
}
