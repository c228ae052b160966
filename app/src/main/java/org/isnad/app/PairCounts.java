package org.isnad.app;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.isnad.store.Store;

/**
 * Counts how often each pair of articles is named, of more pairs than fit into memory: sorted runs
 * are set aside and merged when the counts are asked for.
 */
final class PairCounts implements AutoCloseable {

  /** Pairs sorted in memory at a time: 16 MiB. */
  private static final int RUN = 1 << 21;

  /** Pairs of a run in one record: 12 KiB are read at a time. */
  private static final int BLOCK = 1024;

  private static final int BYTES = Long.BYTES + Integer.BYTES;

  private final Spill spill;
  private final List<long[]> runs = new ArrayList<>();
  private long[] pairs = new long[1 << 10];
  private int size;

  PairCounts(Store store) {
    this.spill = Spill.beside(store);
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
    PriorityQueue<Cursor> cursors = new PriorityQueue<>(Comparator.comparingLong(Cursor::pair));
    for (long[] run : runs) {
      cursors.add(new Cursor(run[0], run[1]));
    }
    while (!cursors.isEmpty()) {
      long pair = cursors.element().pair();
      long count = 0;
      while (!cursors.isEmpty() && cursors.element().pair() == pair) {
        Cursor cursor = cursors.remove();
        count += cursor.count();
        if (cursor.advance()) {
          cursors.add(cursor);
        }
      }
      if (count >= least) {
        counted.pair((int) pair, (int) (pair >>> Integer.SIZE));
      }
    }
  }

  private void setAside() {
    if (size == 0) {
      return;
    }
    Arrays.sort(pairs, 0, size);
    long first = spill.end();
    ByteBuffer block = ByteBuffer.allocate(BLOCK * BYTES);
    for (int from = 0, to; from < size; from = to) {
      to = from + 1;
      while (to < size && pairs[to] == pairs[from]) {
        to++;
      }
      block.putLong(pairs[from]).putInt(to - from);
      if (!block.hasRemaining()) {
        spill.add(block.array());
        block.clear();
      }
    }
    spill.add(Arrays.copyOf(block.array(), block.position()));
    runs.add(new long[] {first, spill.end()});
    size = 0;
  }

  /** Where the merge stands in one run. */
  private final class Cursor {

    private final long end;
    private long next;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long pair;
    private int count;

    Cursor(long first, long end) {
      this.next = first;
      this.end = end;
      advance();
    }

    long pair() {
      return pair;
    }

    int count() {
      return count;
    }

    boolean advance() {
      while (!block.hasRemaining() && next < end) {
        byte[] record = spill.get(next);
        next = Spill.after(next, record.length);
        block = ByteBuffer.wrap(record);
      }
      boolean more = block.hasRemaining();
      if (more) {
        pair = block.getLong();
        count = block.getInt();
      }
      return more;
    }
  }

  @Override
  public void close() {
    spill.close();
  }
}
