package org.isnad.core.analysis;

import java.util.Arrays;
import org.isnad.core.article.Furniture.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Lines that repeat others: the headline printed again, the same caption twice, a summary box whose
 * sentences return in the body.
 */
final class RepeatedLines {

  /** Share of three-word runs by which two lines count as the same. */
  private static final double SAME = 0.85;

  /** The same for a box, whose words the body may change a little. */
  private static final double RETOLD = 0.7;

  /** Boxes and repeated headlines stand among the first lines. */
  private static final int TOP = 8;

  /** A box is no longer than this, in words; longer ones are lead paragraphs. */
  private static final int LONGEST_BOX = 60;

  /** Shorter rows of words repeat by chance. */
  private static final int SHORTEST = 4;

  void mark(Page page) {
    if (page.size() < 2) {
      return;
    }
    Runs runs = new Runs(page);
    markHeadlines(page, runs);
    markBoxes(page, runs);
  }

  private static void markHeadlines(Page page, Runs runs) {
    AnalyzedText title = page.title();
    boolean titled = title != null && title.size() > 0;
    int first = firstUnmarked(page);
    for (Line line : page.lines()) {
      int i = line.number();
      if (page.isMarked(i) || line.words() < SHORTEST || line.endsWithStop()) {
        continue;
      }
      boolean title2 = titled && runs.areSame(Runs.TITLE, i);
      boolean again =
          i > first && i < first + TOP && line.words() <= LONGEST_BOX && runs.areSame(first, i);
      boolean atEnd = i > first && page.isLast(i) && runs.areSame(first, i);
      if (title2 || again || atEnd) {
        page.mark(i, Kind.OTHER, "furniture/headline-again");
      }
    }
  }

  private static int firstUnmarked(Page page) {
    int i = 0;
    while (i + 1 < page.size() && page.isMarked(i)) {
      i++;
    }
    return i;
  }

  private static void markBoxes(Page page, Runs runs) {
    int first = firstUnmarked(page);
    int from = page.title() == null ? first + 1 : first;
    int last = Math.min(page.size(), first + TOP);
    for (int i = from; i < last; i++) {
      Line line = page.lines().get(i);
      if (!page.isMarked(i) && line.words() >= SHORTEST && line.words() <= LONGEST_BOX) {
        int twin = twin(page, runs, i);
        if (twin >= 0) {
          boolean caption = runs.get(i).length <= 20 && !line.endsWithStop() && twin < last;
          page.mark(i, caption ? Kind.CAPTION : Kind.OTHER, "furniture/returns-in-body");
        }
      }
    }
  }

  /** A later line in which this one returns, or -1. */
  private static int twin(Page page, Runs runs, int line) {
    for (int i = line + 1; i < page.size(); i++) {
      if (!page.isMarked(i) && runs.mayShare(RETOLD, line, i) && returns(runs, line, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean returns(Runs runs, int line, int later) {
    boolean shorter = runs.get(later).length < runs.get(line).length / 2;
    return !shorter && share(runs.get(line), runs.get(later)) >= RETOLD;
  }

  /** Sets of which one is far the larger cannot be the same. */
  private static boolean isSame(long[] a, long[] b) {
    return Math.min(a.length, b.length) >= SAME * Math.max(a.length, b.length)
        && share(a, b) >= SAME
        && share(b, a) >= SAME;
  }

  /** Share of {@code part}'s numbers that are in {@code whole}, 0 to 1; both sorted. */
  private static double share(long[] part, long[] whole) {
    int common = 0;
    int at = 0;
    for (long element : part) {
      while (at < whole.length && whole[at] < element) {
        at++;
      }
      common += at < whole.length && whole[at] == element ? 1 : 0;
    }
    return part.length == 0 ? 0 : (double) common / part.length;
  }

  /**
   * The runs of three words of the headline and of the lines, each as one number made of the
   * numbers of its words; fewer than three words count as one run. Two runs of different words have
   * the same number once in 2 to the power of 64.
   */
  private static final class Runs {

    /** Stands for the headline that the input gives apart. */
    static final int TITLE = -1;

    /** Spreads the numbers of words: 2 to the power of 64 by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Stands for words that are missing in rows too short for a run of three. */
    private static final long MISSING = -1;

    /** Bits of the runs that were met, for texts of some hundred words: 2 to the power of this. */
    private static final int MET_BITS = 14;

    private final long[] all;
    private final int[] ends;
    private final int[] met;
    private final int[] fresh;
    private final long[] @Nullable [] sorted;
    private int size;

    Runs(Page page) {
      AnalyzedText title = page.title();
      int lines = page.size();
      this.all = new long[page.text().size() + lines + (title == null ? 0 : title.size()) + 1];
      this.ends = new int[lines + 2];
      this.met = new int[lines + 1];
      this.fresh = new int[lines + 1];
      this.sorted = new long[lines + 1][];
      if (title != null) {
        add(title, 0, title.size());
      }
      ends[1] = size;
      for (Line line : page.lines()) {
        add(line.text(), line.first(), line.end());
        ends[line.number() + 2] = size;
      }
      count();
    }

    /** Counts in each line the runs that no line before has, and the others. */
    private void count() {
      long[] bits = new long[1 << MET_BITS - 6];
      for (int row = 0; row < met.length; row++) {
        for (int i = ends[row]; i < ends[row + 1]; i++) {
          int at = (int) (all[i] >>> Long.SIZE - MET_BITS);
          boolean known = (bits[at >>> 6] & 1L << at) != 0;
          bits[at >>> 6] |= 1L << at;
          met[row] += known ? 1 : 0;
          fresh[row] += known ? 0 : 1;
        }
      }
    }

    /**
     * A quick no: false where no such share of the earlier line's runs is in the later one. Runs
     * that it shares were met before it, and the earlier one has as many as were fresh in it.
     */
    boolean mayShare(double share, int earlier, int later) {
      return met[later + 1] >= share * fresh[earlier + 1];
    }

    /** Whether the two lines count as the same. */
    boolean areSame(int earlier, int later) {
      return mayShare(SAME, earlier, later)
          && met[later + 1] >= SAME * fresh[later + 1]
          && isSame(get(earlier), get(later));
    }

    /** The distinct runs of a line, sorted. */
    long[] get(int line) {
      long[] runs = sorted[line + 1];
      if (runs == null) {
        runs = distinct(Arrays.copyOfRange(all, ends[line + 1], ends[line + 2]));
        sorted[line + 1] = runs;
      }
      return runs;
    }

    private void add(AnalyzedText text, int from, int to) {
      long first = MISSING;
      long second = MISSING;
      long third = MISSING;
      int words = 0;
      for (int i = from; i < to; i++) {
        Token token = text.token(i);
        if (!token.isPunctuation()) {
          first = second;
          second = third;
          third = token.form().number();
          words++;
          if (words >= 3) {
            all[size++] = run(first, second, third);
          }
        }
      }
      if (words < 3) {
        all[size++] = run(first, second, third);
      }
    }

    private static long run(long first, long second, long third) {
      long two = first * SPREAD ^ Long.rotateLeft(second, 29);
      return (two * SPREAD ^ Long.rotateLeft(third, 47)) * SPREAD;
    }

    private static long[] distinct(long[] runs) {
      Arrays.sort(runs);
      int kept = 0;
      for (int i = 0; i < runs.length; i++) {
        if (i == 0 || runs[i] != runs[i - 1]) {
          runs[kept++] = runs[i];
        }
      }
      return kept == runs.length ? runs : Arrays.copyOf(runs, kept);
    }
  }
}
