package org.isnad.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.article.Furniture.Kind;

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
    List<Set<String>> runs = new ArrayList<>();
    for (Line line : page.lines()) {
      runs.add(Overlap.runs(line.norms()));
    }
    markHeadlines(page, runs);
    markBoxes(page, runs);
  }

  private static void markHeadlines(Page page, List<Set<String>> runs) {
    AnalyzedText title = page.title();
    Set<String> headline =
        title == null ? Set.of() : Overlap.runs(new Line(0, title, 0, title.size()).norms());
    int first = firstUnmarked(page);
    for (Line line : page.lines()) {
      int i = line.number();
      if (page.isMarked(i) || line.words() < SHORTEST || line.endsWithStop()) {
        continue;
      }
      boolean title2 = !headline.isEmpty() && isSame(headline, runs.get(i));
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

  private static void markBoxes(Page page, List<Set<String>> runs) {
    int first = firstUnmarked(page);
    int from = page.title() == null ? first + 1 : first;
    int last = Math.min(page.size(), first + TOP);
    for (int i = from; i < last; i++) {
      Line line = page.lines().get(i);
      if (!page.isMarked(i) && line.words() >= SHORTEST && line.words() <= LONGEST_BOX) {
        int twin = twin(page, runs, i);
        if (twin >= 0) {
          boolean caption = runs.get(i).size() <= 20 && !line.endsWithStop() && twin < last;
          page.mark(i, caption ? Kind.CAPTION : Kind.OTHER, "furniture/returns-in-body");
        }
      }
    }
  }

  /** A later line in which this one returns, or -1. */
  private static int twin(Page page, List<Set<String>> runs, int line) {
    for (int i = line + 1; i < page.size(); i++) {
      boolean shorter = runs.get(i).size() < runs.get(line).size() / 2;
      if (!page.isMarked(i) && !shorter && Overlap.share(runs.get(line), runs.get(i)) >= RETOLD) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSame(Set<String> a, Set<String> b) {
    return Overlap.share(a, b) >= SAME && Overlap.share(b, a) >= SAME;
  }
}
