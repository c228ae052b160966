package org.isnad.app;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.isnad.store.Store;

/**
 * Sorted rows of keys with a number each, set aside one after the other and read again as one: what
 * sorting needs of more than fits into memory.
 */
final class SortedRuns implements AutoCloseable {

  /** Pairs in one record: 12 KiB are read at a time. */
  private static final int BLOCK = 1024;

  private static final int BYTES = Long.BYTES + Integer.BYTES;

  private final Spill spill;
  private final List<long[]> runs = new ArrayList<>();
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK * BYTES);
  private long start;

  SortedRuns(Store store) {
    this.spill = Spill.beside(store);
    this.start = spill.end();
  }

  /** Takes the pairs of all runs. */
  @FunctionalInterface
  interface Merged {
    /** Called for every pair, in the order of the keys. */
    void pair(long key, int number);
  }

  /** Adds the next pair of a run, whose keys must not fall. */
  void add(long key, int number) {
    block.putLong(key).putInt(number);
    if (!block.hasRemaining()) {
      spill.add(block.array());
      block.clear();
    }
  }

  /** Ends a run; what is added next begins another. */
  void end() {
    if (block.position() > 0) {
      spill.add(Arrays.copyOf(block.array(), block.position()));
      block.clear();
    }
    if (spill.end() > start) {
      runs.add(new long[] {start, spill.end()});
      start = spill.end();
    }
  }

  /** Goes through the pairs of all runs that have ended, the smallest keys first. */
  void forEach(Merged merged) {
    PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparingLong(Cursor::key));
    for (long[] run : runs) {
      cursors.add(new Cursor(run[0], run[1]));
    }
    while (!cursors.isEmpty()) {
      Cursor cursor = cursors.remove();
      long key = cursor.key();
      boolean more = true;
      while (more && cursor.key() == key) {
        merged.pair(key, cursor.number());
        more = cursor.advance();
      }
      if (more) {
        cursors.add(cursor);
      }
    }
  }

  /** Where the merge stands in one run. */
  private final class Cursor {

    private final long end;
    private long next;
    private ByteBuffer read = ByteBuffer.allocate(0);
    private long key;
    private int number;

    Cursor(long first, long end) {
      this.next = first;
      this.end = end;
      advance();
    }

    long key() {
      return key;
    }

    int number() {
      return number;
    }

    boolean advance() {
      while (!read.hasRemaining() && next < end) {
        byte[] record = spill.get(next);
        next = Spill.after(next, record.length);
        read = ByteBuffer.wrap(record);
      }
      boolean more = read.hasRemaining();
      if (more) {
        key = read.getLong();
        number = read.getInt();
      }
      return more;
    }
  }

  @Override
  public void close() {
    spill.close();
  }
}
