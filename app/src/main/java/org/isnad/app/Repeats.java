package org.isnad.app;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.isnad.io.ContentHash;

/**
 * How often names have come, in some sixteen bytes a name: of those that came once only a number is
 * kept, which two names share by chance once in ten million runs over a million names.
 */
final class Repeats {

  private static final int HEX_DIGITS = 16;

  private final Map<String, Integer> again = new HashMap<>();
  private long[] once = new long[1 << 10];
  private int size;

  /** Notes a name and says how often it has come, this time included. */
  int note(String name) {
    long number = HexFormat.fromHexDigitsToLong(ContentHash.of(name), 0, HEX_DIGITS);
    // 0 is an empty place of the table
    if (add(number == 0 ? 1 : number)) {
      return 1;
    }
    return again.merge(name, 2, (before, two) -> before + 1);
  }

  private boolean add(long number) {
    if (3L * size >= 2L * once.length) {
      grow();
    }
    int at = place(once, number);
    boolean isNew = once[at] == 0;
    once[at] = number;
    size += isNew ? 1 : 0;
    return isNew;
  }

  /** Where a number stands, or the empty place where it belongs. */
  private static int place(long[] table, long number) {
    int at = (int) number & table.length - 1;
    while (table[at] != 0 && table[at] != number) {
      at = at + 1 & table.length - 1;
    }
    return at;
  }

  private void grow() {
    long[] larger = new long[2 * once.length];
    for (long number : once) {
      if (number != 0) {
        larger[place(larger, number)] = number;
      }
    }
    once = larger;
  }
}
