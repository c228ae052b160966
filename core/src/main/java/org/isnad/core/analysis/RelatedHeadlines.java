package org.isnad.core.analysis;

import org.isnad.core.article.Furniture.Kind;

/**
 * Headlines of other articles, and crossheads, that stand as lines of their own between two
 * paragraphs of the story: short, without a full stop, among paragraphs that end with one. They
 * look like events and must not be read as such; what a crosshead announces is told below it.
 */
final class RelatedHeadlines {

  private static final String LIST_MARKS = "-–—•*·▪●■>";

  /** Longest and shortest headline, in words; headlines of Arabic sites have 5 to 20. */
  private static final int LONGEST = 22;

  /** A shorter line is a crosshead. */
  private static final int SHORTEST = 5;

  /** Share of paragraphs that must end with a full stop for its absence to mean something. */
  private static final double MOSTLY = 0.6;

  /** Rows of short lines longer than this are verse or a list. */
  private static final int LONGEST_ROW = 3;

  private final SentenceStarts starts;

  RelatedHeadlines(SentenceStarts starts) {
    this.starts = starts;
  }

  void mark(Page page) {
    if (!usesStops(page)) {
      return;
    }
    for (Line line : page.lines()) {
      if (!page.isMarked(line.number())
          && isBetween(page, line.number())
          && isHeadline(line)
          && rowAround(page, line.number()) <= LONGEST_ROW) {
        boolean crosshead = line.words() < SHORTEST;
        page.mark(
            line.number(),
            crosshead ? Kind.OTHER : Kind.RELATED,
            crosshead ? "furniture/crosshead" : "furniture/headline-between");
      }
    }
  }

  private static boolean usesStops(Page page) {
    int paragraphs = 0;
    int stopped = 0;
    for (Line line : page.lines()) {
      if (!page.isMarked(line.number()) && line.isParagraph()) {
        paragraphs++;
        stopped += line.endsWithStop() ? 1 : 0;
      }
    }
    return stopped >= 2 && stopped >= MOSTLY * paragraphs;
  }

  private static boolean isBetween(Page page, int line) {
    return paragraphBefore(page, line) && paragraphBehind(page, line);
  }

  private static boolean paragraphBefore(Page page, int line) {
    for (int i = line - 1; i >= 0 && line - i <= LONGEST_ROW; i--) {
      Line other = page.lines().get(i);
      if (other.isParagraph() && other.endsWithStop()) {
        return true;
      }
      if (!page.isMarked(i)) {
        return false;
      }
    }
    return false;
  }

  private static boolean paragraphBehind(Page page, int line) {
    for (int i = line + 1; i < page.size() && i - line <= LONGEST_ROW; i++) {
      Line other = page.lines().get(i);
      if (other.isParagraph()) {
        return true;
      }
      if (!page.isMarked(i) && other.endsWithStop()) {
        return false;
      }
    }
    return false;
  }

  private static int rowAround(Page page, int line) {
    int row = 1;
    for (int i = line - 1; i >= 0 && !page.lines().get(i).isParagraph(); i--) {
      row++;
    }
    for (int i = line + 1; i < page.size() && !page.lines().get(i).isParagraph(); i++) {
      row++;
    }
    return row;
  }

  private boolean isHeadline(Line line) {
    boolean shape =
        line.words() >= 2 && line.words() <= LONGEST && !line.endsWithStop() && !line.isOpen();
    boolean listed =
        line.isOneOf(line.first(), LIST_MARKS)
            || line.text().token(line.first()).isNumber() && line.words() < 4;
    boolean long_ = line.words() > 12 && CaptionsAndCredits.startsWithVerb(line);
    return shape && !listed && !long_ && !starts.carriesOn(line) && !endsWithQuote(line);
  }

  /** A line that closes a quotation is speech. */
  private static boolean endsWithQuote(Line line) {
    return line.words() > 12 && line.isOneOf(line.end() - 1, "\"”»");
  }
}
