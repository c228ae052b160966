package org.isnad.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many names in little memory: their bytes and eight more each, a sixth of what as many strings
 * would take. First they are added, then sorted once; from then on they are numbered in the order
 * of {@link String#compareTo} and can be looked up.
 *
 * <pre>{@code
 * Names names = new Names();
 * names.add("b/0");
 * names.add("a/0");
 * names.sort();        // [1, 0]
 * names.find("b/0");   // 1
 * }</pre>
 */
final class Names {

  private static final int CHUNK = 1 << 16;

  /** Bits for the place in a chunk and for the length of a name. */
  private static final int BITS = 24;

  private static final int MASK = (1 << BITS) - 1;

  /** First byte of a character behind those that Java writes as two: it sorts before U+E000. */
  private static final int PRIVATE = 0xEE;

  private static final int SUPPLEMENTARY = 0xF0;

  private final List<byte[]> chunks = new ArrayList<>();
  private int used;
  private Longs places = new Longs();

  /** Adds a name and gives its number among those that were added. */
  int add(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (chunks.isEmpty() || used + bytes.length > chunks.getLast().length) {
      chunks.add(new byte[Math.max(CHUNK, bytes.length)]);
      used = 0;
    }
    System.arraycopy(bytes, 0, chunks.getLast(), used, bytes.length);
    places.add((long) (chunks.size() - 1) << 2 * BITS | (long) used << BITS | bytes.length);
    used += bytes.length;
    return places.size() - 1;
  }

  /** The name with this number. */
  String get(int number) {
    long place = places.get(number);
    return new String(chunk(place), start(place), length(place), StandardCharsets.UTF_8);
  }

  int size() {
    return places.size();
  }

  /** Numbers the names in their order; what was added as number {@code n} is {@code sort()[n]}. */
  int[] sort() {
    Integer[] added = new Integer[places.size()];
    Arrays.setAll(added, number -> number);
    Arrays.sort(added, (a, b) -> compare(places.get(a), places.get(b)));
    Longs sorted = new Longs();
    int[] numbers = new int[added.length];
    for (int number = 0; number < added.length; number++) {
      numbers[added[number]] = number;
      sorted.add(places.get(added[number]));
    }
    places = sorted;
    return numbers;
  }

  /** The number of a name among those sorted, or a negative one where it is not there. */
  int find(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int from = 0;
    int to = places.size() - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      long place = places.get(middle);
      int order = compare(chunk(place), start(place), length(place), bytes, 0, bytes.length);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return -1;
  }

  private int compare(long a, long b) {
    return compare(chunk(a), start(a), length(a), chunk(b), start(b), length(b));
  }

  /** The order of the strings that these bytes stand for. */
  private static int compare(byte[] a, int fromA, int lengthA, byte[] b, int fromB, int lengthB) {
    int at = Arrays.mismatch(a, fromA, fromA + lengthA, b, fromB, fromB + lengthB);
    if (at < 0) {
      return 0;
    }
    if (at >= lengthA || at >= lengthB) {
      return lengthA - lengthB;
    }
    return order(a[fromA + at]) - order(b[fromB + at]);
  }

  private static int order(byte one) {
    int unit = one & 0xFF;
    return unit >= PRIVATE && unit < SUPPLEMENTARY ? unit + SUPPLEMENTARY : unit;
  }

  private byte[] chunk(long place) {
    return chunks.get((int) (place >>> 2 * BITS));
  }

  private static int start(long place) {
    return (int) (place >>> BITS) & MASK;
  }

  private static int length(long place) {
    return (int) place & MASK;
  }
}
