package org.isnad.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of a file of JSON Lines: those that begin in a stretch of its bytes. Stretches that
 * are read apart give what the file gives as a whole, once the lines before each are counted.
 *
 * <pre>{@code
 * List<LineStretch> cut = LineStretch.of(file, 128 << 20);
 * int before = 0;
 * for (LineStretch stretch : cut) {
 *   sources.read(stretch.behind(before));
 *   before += stretch.tally().lines();
 * }
 * }</pre>
 *
 * @param file the file
 * @param from its first byte
 * @param to the byte behind its last
 * @param before how many lines of the file begin before it
 */
public record LineStretch(Path file, long from, long to, int before) {

  /**
   * What is known of a stretch once it was gone through.
   *
   * @param lines how many lines begin in it
   * @param last whether reading ends in it, because the JSON goes over several lines
   */
  public record Tally(int lines, boolean last) {}

  /** Fewest bytes of a stretch: a byte-order mark lies in the first. */
  private static final int LEAST = 16;

  /** Cuts a file into stretches of this many bytes; numbers of lines are not known yet. */
  public static List<LineStretch> of(Path file, long bytes) throws IOException {
    if (bytes < LEAST) {
      throw new IllegalArgumentException("stretches of " + bytes + " bytes; at least " + LEAST);
    }
    long size = Files.size(file);
    List<LineStretch> stretches = new ArrayList<>();
    for (long from = 0; from < size; from += bytes) {
      stretches.add(new LineStretch(file, from, Math.min(size, from + bytes), 0));
    }
    return stretches;
  }

  /** The same stretch behind this many lines. */
  public LineStretch behind(int lines) {
    return new LineStretch(file, from, to, lines);
  }

  /** Counts its lines. */
  public Tally tally() throws IOException {
    try (InputStream in = open()) {
      Lines lines = lines(in);
      boolean last = false;
      for (Lines.Line line = next(lines); !last && line != null; line = next(lines)) {
        last = line.bytes() != null && JsonLinesReader.isOpen(line.bytes());
      }
      return new Tally(lines.number() - before, last);
    }
  }

  /** The bytes from the stretch's start on; the first line may be the rest of one before it. */
  InputStream open() throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(Math.max(0, from - 1));
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return new BufferedInputStream(in, 1 << 16);
  }

  /** The lines of what was opened, without the rest of one that begins before the stretch. */
  Lines lines(InputStream in) throws IOException {
    if (from == 0) {
      in.mark(4);
      byte[] head = in.readNBytes(4);
      in.reset();
      int mark = TextDecoder.markLength(head);
      in.skipNBytes(mark);
      return new Lines(in, Sources.LARGEST_TEXT, mark, before);
    }
    Lines lines = new Lines(in, Sources.LARGEST_TEXT, from - 1, before - 1);
    lines.next();
    return lines;
  }

  /** The next line that begins in the stretch, or null. */
  Lines.@Nullable Line next(Lines lines) throws IOException {
    return lines.at() < to ? lines.next() : null;
  }
}
