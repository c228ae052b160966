package org.isnad.app;

import java.util.Arrays;

/** A growing row of long numbers. */
final class Longs {

  private long[] numbers = new long[64];
  private int size;

  /** A row that begins with these, which it takes as they are. */
  static Longs of(long[] numbers) {
    Longs row = new Longs();
    row.numbers = numbers;
    row.size = numbers.length;
    return row;
  }

  void add(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(64, size + (size >> 1)));
    }
    numbers[size++] = number;
  }

  long get(int index) {
    return numbers[index];
  }

  int size() {
    return size;
  }

  long[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
