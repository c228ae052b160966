package org.isnad.core.rule;

import java.util.Arrays;

/**
 * What every rule of a set needs, in rows of numbers: asked of each sentence for each rule, so that
 * most rules are passed over without a look at the rule itself.
 */
final class NeedTable {

  private final int[] ends;
  private long[] low = new long[16];
  private long[] high = new long[16];
  private int[] kinds = new int[16];
  private int rules;
  private int size;

  /**
   * A table.
   *
   * @param rules rules there will be
   */
  NeedTable(int rules) {
    this.ends = new int[rules];
  }

  /** Adds a need of the rule that is being added; what any token fits is none. */
  void add(Opening what) {
    if (what.anything()) {
      return;
    }
    if (size == low.length) {
      low = Arrays.copyOf(low, 2 * size);
      high = Arrays.copyOf(high, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
    }
    low[size] = what.low();
    high[size] = what.high();
    kinds[size] = what.kinds();
    size++;
  }

  /** Ends the needs of one rule. */
  void close() {
    ends[rules++] = size;
  }

  /** Whether all that the rule needs stands in the sentence, wherever. */
  boolean areIn(Stretch stretch, int rule) {
    for (int i = rule == 0 ? 0 : ends[rule - 1]; i < ends[rule]; i++) {
      boolean held =
          (low[i] & stretch.allLow()) != 0
              || (high[i] & stretch.allHigh()) != 0
              || (kinds[i] & stretch.allKinds()) != 0;
      if (!held) {
        return false;
      }
    }
    return true;
  }
}
