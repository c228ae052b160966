package org.isnad.app;

import java.util.Arrays;
import org.isnad.store.Store;

/**
 * Numbers filed under keys, more of them than fit into memory: sorted runs are set aside and merged
 * when the keys are gone through.
 */
final class Filing implements AutoCloseable {

  /** Numbers sorted in memory at a time: 24 MiB with the room that sorting takes. */
  private static final int RUN = 1 << 20;

  /** Bits of a key that one pass of sorting looks at. */
  private static final int DIGIT = 16;

  private final int most;
  private final SortedRuns runs;
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
    this.runs = new SortedRuns(store);
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
    Same same = new Same(filed);
    runs.forEach(same::add);
    same.tell();
  }

  /** Gathers the numbers under one key after the other. */
  private static final class Same {

    private final Filed filed;
    private int[] numbers = new int[16];
    private long key;
    private int count;

    Same(Filed filed) {
      this.filed = filed;
    }

    void add(long next, int number) {
      if (next != key) {
        tell();
        key = next;
        count = 0;
      }
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = number;
    }

    void tell() {
      if (count > 0) {
        filed.under(key, numbers, count);
      }
    }
  }

  private void setAside() {
    if (size == 0) {
      return;
    }
    sort();
    for (int i = 0; i < size; i++) {
      runs.add(keys[i], numbers[i]);
    }
    runs.end();
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

  @Override
  public void close() {
    runs.close();
  }
}
