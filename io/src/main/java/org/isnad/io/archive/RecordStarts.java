package org.isnad.io.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.GZIPInputStream;

/** Finds the next place in a damaged WARC file where a record starts. */
final class RecordStarts {

  private static final int CHUNK = 1 << 16;

  /** Bytes unpacked to see that a gzip member holds a record. */
  private static final int PROBE = 512;

  private RecordStarts() {}

  /** The first start at or behind {@code from}, or -1. */
  static long next(FileChannel channel, long from) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long at = from; at < channel.size(); ) {
      chunk.clear();
      int n = channel.read(chunk, at);
      if (n < PROBE && at + n < channel.size() || n <= 0) {
        return -1;
      }
      int safe = at + n >= channel.size() ? n : n - PROBE;
      for (int i = 0; i < safe; i++) {
        if (isStart(chunk.array(), i, n)) {
          return at + i;
        }
      }
      at += safe;
    }
    return -1;
  }

  private static boolean isStart(byte[] bytes, int at, int end) {
    if (bytes[at] == 'W') {
      boolean line = at == 0 || bytes[at - 1] == '\n';
      return line && startsWithVersion(bytes, at, end);
    }
    return end - at > 18
        && bytes[at] == 0x1F
        && bytes[at + 1] == (byte) 0x8B
        && bytes[at + 2] == 8
        && holdsRecord(bytes, at, end);
  }

  private static boolean startsWithVersion(byte[] bytes, int at, int end) {
    String version = "WARC/1.";
    if (end - at < version.length()) {
      return false;
    }
    for (int i = 0; i < version.length(); i++) {
      if (bytes[at + i] != version.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsRecord(byte[] bytes, int at, int end) {
    byte[] member = java.util.Arrays.copyOfRange(bytes, at, Math.min(end, at + PROBE));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(member))) {
      byte[] head = new byte[7];
      int n = 0;
      while (n < head.length) {
        int read = in.read(head, n, head.length - n);
        if (read < 0) {
          return false;
        }
        n += read;
      }
      return startsWithVersion(head, 0, n);
    } catch (IOException e) {
      return false;
    }
  }
}
