package org.isnad.io.html;

/**
 * How far bytes are UTF-8.
 *
 * @param sound characters of several bytes that are whole
 * @param broken bytes beyond ASCII that belong to none
 */
record Utf8Shape(long sound, long broken) {

  /** Counts over all bytes; a character that the end cuts is not counted as broken. */
  static Utf8Shape of(byte[] bytes) {
    long sound = 0;
    long broken = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = length(bytes[i] & 0xFF);
      if (length == 1) {
        i++;
      } else if (length > 1 && i + length > bytes.length && isCut(bytes, i)) {
        i = bytes.length;
      } else if (length > 1 && isWhole(bytes, i, length)) {
        sound++;
        i += length;
      } else {
        broken++;
        i++;
      }
    }
    return new Utf8Shape(sound, broken);
  }

  /** Bytes of the character that {@code first} opens; 0 where it opens none. */
  private static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    return first >= 0xC2 && first < 0xE0
        ? 2
        : first < 0xE0 ? 0 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  }

  private static boolean isWhole(byte[] bytes, int at, int length) {
    if (at + length > bytes.length) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCut(byte[] bytes, int at) {
    for (int i = at + 1; i < bytes.length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
