package org.isnad.io.fetch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds where the last whole record of a gzipped WARC file ends: each record is a member of its own
 * (RFC 1952), so a process that was killed while it wrote leaves one that is cut, and what is
 * written behind it could not be read.
 */
final class WholeRecords {

  /** Bytes of a member's head and tail as {@link CaptureFile} has them written. */
  private static final int HEAD = 10;

  private static final int TAIL = 8;

  private final InputStream in;
  private final byte[] packed = new byte[1 << 16];
  private final byte[] unpacked = new byte[1 << 16];
  private int from;
  private int to;

  private WholeRecords(InputStream in) {
    this.in = in;
  }

  /**
   * Bytes of the file up to a record that is cut at its end; all of them where none is cut, also
   * where something else than records is met, which is not for this program to take away.
   */
  static long length(InputStream file) throws IOException {
    WholeRecords records = new WholeRecords(new BufferedInputStream(file, 1 << 16));
    long whole = 0;
    Inflater inflater = new Inflater(true);
    try {
      for (long member = records.member(inflater); member > 0; member = records.member(inflater)) {
        whole += member;
      }
    } catch (EOFException e) {
      return whole;
    } catch (DataFormatException e) {
      return Long.MAX_VALUE;
    } finally {
      inflater.end();
    }
    return whole;
  }

  /** Reads one member; how many bytes it has, or 0 at the end of the file. */
  private long member(Inflater inflater) throws IOException, DataFormatException {
    if (from == to && !fill()) {
      return 0;
    }
    byte[] head = take(HEAD);
    if ((head[0] & 0xFF) != 0x1F || (head[1] & 0xFF) != 0x8B || head[3] != 0) {
      throw new DataFormatException("no head of a member as it is written here");
    }
    inflater.reset();
    CRC32 sum = new CRC32();
    while (!inflater.finished()) {
      if (inflater.needsInput()) {
        if (from == to && !fill()) {
          throw new EOFException();
        }
        inflater.setInput(packed, from, to - from);
        from = to;
      }
      sum.update(unpacked, 0, inflater.inflate(unpacked));
    }
    from = to - inflater.getRemaining();
    ByteBuffer tail = ByteBuffer.wrap(take(TAIL)).order(ByteOrder.LITTLE_ENDIAN);
    if (tail.getInt() != (int) sum.getValue()) {
      throw new DataFormatException("not the bytes that were written");
    }
    return HEAD + inflater.getBytesRead() + TAIL;
  }

  private byte[] take(int number) throws IOException {
    byte[] bytes = new byte[number];
    for (int i = 0; i < number; i++) {
      if (from == to && !fill()) {
        throw new EOFException();
      }
      bytes[i] = packed[from++];
    }
    return bytes;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(packed));
    return to > 0;
  }
}
