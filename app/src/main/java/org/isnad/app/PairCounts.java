package org.isnad.app;

import java.util.Arrays;
import org.isnad.store.Store;

/**
 * Counts how often each pair of articles is named, of more pairs than fit into memory: sorted runs
 * are set aside and merged when the counts are asked for.
 */
final class PairCounts implements AutoCloseable {

  /** Pairs sorted in memory at a time: 16 MiB. */
  private static final int RUN = 1 << 21;

  private final SortedRuns runs;
  private long[] pairs = new long[1 << 10];
  private int size;

  PairCounts(Store store) {
    this.runs = new SortedRuns(store);
  }

  /** Takes two numbers of articles, from 0. */
  interface Counted {
    /** Called once for each pair. */
    void pair(int earlier, int later);
  }

  /** Names a pair once more. */
  void add(int earlier, int later) {
    if (size == RUN) {
      setAside();
    } else if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.min(RUN, 2 * size));
    }
    pairs[size++] = (long) later << Integer.SIZE | earlier;
  }

  /** The pairs named so often at least, in the order of the later article, then the earlier. */
  void forEach(int least, Counted counted) {
    setAside();
    Sum sum = new Sum(least, counted);
    runs.forEach(sum::add);
    sum.tell();
  }

  /** Adds up what the runs count of one pair after the other. */
  private static final class Sum {

    private final int least;
    private final Counted counted;
    private long pair;
    private long count;

    Sum(int least, Counted counted) {
      this.least = least;
      this.counted = counted;
    }

    void add(long next, int times) {
      if (next != pair) {
        tell();
        pair = next;
        count = 0;
      }
      count += times;
    }

    void tell() {
      if (count >= least && count > 0) {
        counted.pair((int) pair, (int) (pair >>> Integer.SIZE));
      }
    }
  }

  private void setAside() {
    if (size == 0) {
      return;
    }
    Arrays.sort(pairs, 0, size);
    for (int from = 0, to; from < size; from = to) {
      to = from + 1;
      while (to < size && pairs[to] == pairs[from]) {
        to++;
      }
      runs.add(pairs[from], to - from);
    }
    runs.end();
    size = 0;
  }

  @Override
  public void close() {
    runs.close();
  }
}
