package org.isnad.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines of bounded length, so that a line without end costs one problem and no
 * memory.
 */
final class Lines {

  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final int longest;
  private final byte[] chunk = new byte[CHUNK];
  private int from;
  private int end;
  private int number;
  private long at;

  /** Lines of at most {@code longest} bytes. */
  Lines(InputStream in, int longest) {
    this(in, longest, 0, 0);
  }

  /**
   * The same from the middle of a file on.
   *
   * @param at where the stream starts in its file, in bytes
   * @param before how many lines begin before
   */
  Lines(InputStream in, int longest, long at, int before) {
    this.in = in;
    this.longest = longest;
    this.at = at;
    this.number = before;
  }

  /**
   * One line.
   *
   * @param number counted from 1
   * @param bytes without the line end, or null where it is too long
   */
  record Line(int number, byte @Nullable [] bytes) {}

  /** Where the next line starts, in bytes. */
  long at() {
    return at;
  }

  /** The number of the last line, counted from 1. */
  int number() {
    return number;
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    if (!fill()) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    boolean tooLong = false;
    boolean ended = false;
    while (!ended && fill()) {
      int stop = lineEnd();
      tooLong |= line.size() + stop - from > longest;
      if (!tooLong) {
        line.write(chunk, from, stop - from);
      }
      ended = stop < end;
      int next = ended ? stop + 1 : stop;
      at += next - from;
      from = next;
    }
    return new Line(number, tooLong ? null : line.toByteArray());
  }

  /** Whether a byte is left, after reading on where the chunk is used up. */
  private boolean fill() throws IOException {
    if (from == end) {
      from = 0;
      end = Math.max(0, in.read(chunk));
    }
    return from < end;
  }

  private int lineEnd() {
    int at = from;
    while (at < end && chunk[at] != '\n') {
      at++;
    }
    return at;
  }
}
