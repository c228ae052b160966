package org.isnad.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines of bounded length, so that a line without end costs one problem and no memory. */
final class Lines {

  private final InputStream in;
  private final int longest;
  private int number;

  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * One line.
   *
   * @param number counted from 1
   * @param bytes without the line end, or null where it is too long
   */
  record Line(int number, byte @Nullable [] bytes) {}

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    boolean tooLong = false;
    int b = in.read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      tooLong |= line.size() >= longest;
      if (!tooLong) {
        line.write(b);
      }
    }
    number++;
    return new Line(number, tooLong ? null : line.toByteArray());
  }
}
