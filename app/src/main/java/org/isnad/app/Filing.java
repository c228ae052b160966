package org.isnad.app;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.isnad.store.Store;

/**
 * Numbers filed under keys, more of them than fit into memory: sorted runs are set aside and merged
 * when the keys are gone through.
 */
final class Filing implements AutoCloseable {

  /** Numbers sorted in memory at a time: 24 MiB with the room that sorting takes. */
  private static final int RUN = 1 << 20;

  /** Numbers in one record: 12 KiB are read at a time. */
  private static final int BLOCK = 1024;

  private static final int BYTES = Long.BYTES + Integer.BYTES;

  /** Bits of a key that one pass of sorting looks at. */
  private static final int DIGIT = 16;

  private final int most;
  private final Spill spill;
  private final List<long[]> runs = new ArrayList<>();
  private long[] keys = new long[1 << 10];
  private int[] numbers = new int[1 << 10];
  private int size;
  private long count;

  Filing(Store store) {
    this(store, RUN);
  }

  /** The same with so many numbers in memory. */
  Filing(Store store, int most) {
    this.most = most;
    this.spill = Spill.beside(store);
  }

  /** Takes the numbers under one key. */
  @FunctionalInterface
  interface Filed {
    /**
     * Called for every key once, in their order.
     *
     * @param numbers the first {@code count} are those under the key; the row is used again
     */
    void under(long key, int[] numbers, int count);
  }

  /** Files a number under a key. */
  void add(long key, int number) {
    if (size == most) {
      setAside();
    } else if (size == keys.length) {
      keys = Arrays.copyOf(keys, Math.min(most, 2 * size));
      numbers = Arrays.copyOf(numbers, keys.length);
    }
    keys[size] = key;
    numbers[size++] = number;
    count++;
  }

  /** How many numbers were filed. */
  long count() {
    return count;
  }

  /** Goes through all keys. */
  void forEach(Filed filed) {
    setAside();
    keys = new long[0];
    numbers = new int[0];
    PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparingLong(Cursor::key));
    for (long[] run : runs) {
      cursors.add(new Cursor(run[0], run[1]));
    }
    int[] same = new int[16];
    while (!cursors.isEmpty()) {
      long key = cursors.element().key();
      int found = 0;
      while (!cursors.isEmpty() && cursors.element().key() == key) {
        Cursor cursor = cursors.remove();
        boolean more = true;
        while (more && cursor.key() == key) {
          same = found == same.length ? Arrays.copyOf(same, 2 * found) : same;
          same[found++] = cursor.number();
          more = cursor.advance();
        }
        if (more) {
          cursors.add(cursor);
        }
      }
      filed.under(key, same, found);
    }
  }

  private void setAside() {
    if (size == 0) {
      return;
    }
    sort();
    long first = spill.end();
    ByteBuffer block = ByteBuffer.allocate(BLOCK * BYTES);
    for (int i = 0; i < size; i++) {
      block.putLong(keys[i]).putInt(numbers[i]);
      if (!block.hasRemaining()) {
        spill.add(block.array());
        block.clear();
      }
    }
    spill.add(Arrays.copyOf(block.array(), block.position()));
    runs.add(new long[] {first, spill.end()});
    size = 0;
  }

  /** By the lowest bits first; each pass keeps the order that it finds. */
  private void sort() {
    long[] otherKeys = new long[size];
    int[] otherNumbers = new int[size];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
      int[] starts = new int[(1 << DIGIT) + 1];
      for (int i = 0; i < size; i++) {
        starts[digit(keys[i], shift) + 1]++;
      }
      for (int digit = 0; digit < 1 << DIGIT; digit++) {
        starts[digit + 1] += starts[digit];
      }
      for (int i = 0; i < size; i++) {
        int to = starts[digit(keys[i], shift)]++;
        otherKeys[to] = keys[i];
        otherNumbers[to] = numbers[i];
      }
      System.arraycopy(otherKeys, 0, keys, 0, size);
      System.arraycopy(otherNumbers, 0, numbers, 0, size);
    }
  }

  /** Negative keys come first. */
  private static int digit(long key, int shift) {
    return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (1 << DIGIT) - 1;
  }

  /** Where the merge stands in one run. */
  private final class Cursor {

    private final long end;
    private long next;
    private ByteBuffer block = ByteBuffer.allocate(0);
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
      while (!block.hasRemaining() && next < end) {
        byte[] record = spill.get(next);
        next = Spill.after(next, record.length);
        block = ByteBuffer.wrap(record);
      }
      boolean more = block.hasRemaining();
      if (more) {
        key = block.getLong();
        number = block.getInt();
      }
      return more;
    }
  }

  @Override
  public void close() {
    spill.close();
  }
}
