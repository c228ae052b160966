package org.isnad.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip and stops where a small file unpacks to an absurd size. */
final class Unpacked extends FilterInputStream {

  /**
   * Text packs to a fifth or a tenth, telegrams of one wording to a fiftieth; gzip itself ends near
   * 1:1030.
   */
  static final int LARGEST_RATIO = 200;

  /** Below this many bytes any ratio is harmless. */
  static final long HARMLESS = 16L << 20;

  private final Counted packed;
  private long unpacked;

  private Unpacked(InputStream content, Counted packed) {
    super(content);
    this.packed = packed;
  }

  /** The content of a gzip stream. */
  static Unpacked of(InputStream gzip) throws IOException {
    Counted packed = new Counted(gzip);
    return new Unpacked(new GZIPInputStream(packed, 1 << 16), packed);
  }

  /**
   * The content of an entry in an archive.
   *
   * @param content the entry, unpacked
   * @param size its size in the archive, in bytes
   */
  static Unpacked of(InputStream content, long size) {
    Counted packed = new Counted(InputStream.nullInputStream());
    packed.count = Math.max(0, size);
    return new Unpacked(content, packed);
  }

  /** More came out than any text would hold. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    return b < 0 ? b : counted(1, b);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    return n < 0 ? n : counted(n, n);
  }

  private int counted(int n, int result) throws TooLargeException {
    unpacked += n;
    if (unpacked > HARMLESS && unpacked > LARGEST_RATIO * packed.count) {
      throw new TooLargeException(
          "unpacks to more than " + LARGEST_RATIO + " times its size; the rest of it was not read");
    }
    return result;
  }

  /** Counts what was taken from the file. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count += Math.max(0, n);
      return n;
    }
  }
}
