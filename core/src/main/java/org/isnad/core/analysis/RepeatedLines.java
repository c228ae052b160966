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
    long[] headline = title == null ? new long[0] : runs.of(new Line(0, title, 0, title.size()));
    int first = firstUnmarked(page);
    for (Line line : page.lines()) {
      int i = line.number();
      if (page.isMarked(i) || line.words() < SHORTEST || line.endsWithStop()) {
        continue;
      }
      boolean title2 = headline.length > 0 && isSame(headline, runs.get(i));
      boolean again =
          i > first
              && i < first + TOP
              && line.words() <= LONGEST_BOX
              && isSame(runs.get(first), runs.get(i));
      boolean atEnd = i > first && page.isLast(i) && isSame(runs.get(first), runs.get(i));
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
      boolean shorter = runs.get(i).length < runs.get(line).length / 2;
      if (!page.isMarked(i) && !shorter && share(runs.get(line), runs.get(i)) >= RETOLD) {
        return i;
      }
    }
    return -1;
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

  /** The runs of three words of the lines, made when they are first asked for. */
  private static final class Runs {

    /** Spreads the numbers of words: 2 to the power of 64 by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Stands for words that are missing in rows too short for a run of three. */
    private static final long MISSING = -1;

    private final Page page;
    private final long[] @Nullable [] made;

    Runs(Page page) {
      this.page = page;
      this.made = new long[page.size()][];
    }

    long[] get(int line) {
      long[] runs = made[line];
      if (runs == null) {
        runs = of(page.lines().get(line));
        made[line] = runs;
      }
      return runs;
    }

    /**
     * Runs of three words, sorted, each as one number made of the numbers of its words; fewer than
     * three words count as one run. Two runs of different words have the same number once in 2 to
     * the power of 64.
     */
    long[] of(Line line) {
      long[] runs = new long[Math.max(1, line.end() - line.first())];
      long first = MISSING;
      long second = MISSING;
      long third = MISSING;
      int words = 0;
      int size = 0;
      for (int i = line.first(); i < line.end(); i++) {
        Token token = line.text().token(i);
        if (!token.isPunctuation()) {
          first = second;
          second = third;
          third = token.form().number();
          words++;
          if (words >= 3) {
            runs[size++] = run(first, second, third);
          }
        }
      }
      if (words < 3) {
        runs[size++] = run(first, second, third);
      }
      return distinct(runs, size);
    }

    private static long run(long first, long second, long third) {
      long two = first * SPREAD ^ Long.rotateLeft(second, 29);
      return (two * SPREAD ^ Long.rotateLeft(third, 47)) * SPREAD;
    }

    private static long[] distinct(long[] runs, int size) {
      Arrays.sort(runs, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || runs[i] != runs[i - 1]) {
          runs[kept++] = runs[i];
        }
      }
      return Arrays.copyOf(runs, kept);
    }
  }
}
