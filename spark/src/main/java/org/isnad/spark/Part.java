package org.isnad.spark;

import java.io.Serializable;
import java.nio.file.Path;
import org.isnad.io.LineStretch;

/**
 * What one task reads of a file: the whole, or some of its lines.
 *
 * @param file number of the file among the inputs
 * @param number of this part in its file
 * @param path the file
 * @param from its first byte
 * @param to the byte behind its last, or {@link #WHOLE}
 * @param before how many lines of the file begin before it
 */
record Part(int file, int number, String path, long from, long to, int before)
    implements Serializable {

  /** The end of a part that is the whole file. */
  static final long WHOLE = -1;

  /** Rows of a part are numbered from here on, so that they stand in the order of the file. */
  private static final int ROWS_BITS = 40;

  static Part whole(int file, Path path) {
    return new Part(file, 0, path.toString(), 0, WHOLE, 0);
  }

  static Part of(int file, int number, LineStretch stretch) {
    return new Part(
        file, number, stretch.file().toString(), stretch.from(), stretch.to(), stretch.before());
  }

  boolean isWhole() {
    return to == WHOLE;
  }

  LineStretch stretch() {
    return new LineStretch(Path.of(path), from, to, before);
  }

  Part behind(int lines) {
    return new Part(file, number, path, from, to, lines);
  }

  /** The place of its first row in the file. */
  long firstRow() {
    return (long) number << ROWS_BITS;
  }
}
