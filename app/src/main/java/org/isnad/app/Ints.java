package org.isnad.app;

import java.util.Arrays;

/** A growing row of numbers. */
final class Ints {

  private int[] numbers = new int[64];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(64, 2 * size));
    }
    numbers[size++] = number;
  }

  /** Puts these in the place of all, as they are. */
  void set(int[] all) {
    numbers = all;
    size = all.length;
  }

  int get(int index) {
    return numbers[index];
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
