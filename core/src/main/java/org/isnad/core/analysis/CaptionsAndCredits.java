package org.isnad.core.analysis;

import org.isnad.core.article.Furniture.Kind;

/**
 * Captions with a picture credit in brackets, short last lines that describe a picture, datelines
 * with place and agency ("Baghdad - AFP:"), bylines.
 */
final class CaptionsAndCredits {

  private static final String CREDITS = "furniture-credits";
  private static final String DASHES = "-–—―|";

  /** Captions are no longer than this, in words. */
  private static final int LONGEST_CAPTION = 40;

  /** A caption without a credit is no longer than this. */
  private static final int SHORT_CAPTION = 14;

  /** A dateline's separator stands within so many tokens. */
  private static final int LONGEST_DATELINE = 12;

  /** A byline is no longer than this, in words. */
  private static final int LONGEST_BYLINE = 8;

  /** A first line of at most so many words is no headline where a dash stands in it. */
  private static final int SHORTEST_HEADLINE = 5;

  private final SentenceStarts starts;

  CaptionsAndCredits(SentenceStarts starts) {
    this.starts = starts;
  }

  void mark(Page page) {
    for (Line line : page.lines()) {
      if (page.isMarked(line.number())) {
        continue;
      }
      if (line.isOneOf(line.first(), "\u00A9") && line.words() <= LONGEST_CAPTION) {
        page.mark(line.number(), Kind.CAPTION, "furniture/copyright");
        continue;
      }
      int bracket = creditBracket(line);
      if (bracket > line.first()) {
        markCredited(page, line, bracket);
      } else if (isClosingCaption(page, line)) {
        page.mark(line.number(), Kind.CAPTION, "furniture/closing-caption");
      }
    }
    markDateline(page);
  }

  /**
   * Behind a full stop the bracket is the text's own credit; behind a short line without one the
   * line is a caption; anywhere else the bracket belongs to its sentence ("said the news agency
   * (INA).").
   */
  private static void markCredited(Page page, Line line, int bracket) {
    boolean sole = page.size() == 1;
    boolean closed = line.isOneOf(line.end() - 1, ".");
    boolean story = page.isLast(line.number()) && line.words() > SHORT_CAPTION;
    if (line.isOneOf(bracket - 1, ".!\u2026\"”»")) {
      page.markTokens(bracket, line.end(), Kind.CREDIT, "furniture/credit");
    } else if (!sole && !closed && !story && line.words() <= LONGEST_CAPTION) {
      page.mark(line.number(), Kind.CAPTION, "furniture/credited-caption");
    }
  }

  /** The opening bracket of a credit that ends the line, or -1. */
  private static int creditBracket(Line line) {
    int close = line.end() - 1;
    while (close > line.first() && line.isOneOf(close, ".")) {
      close--;
    }
    if (!line.isOneOf(close, ")]")) {
      return -1;
    }
    int open = close - 1;
    while (open > line.first() && close - open < 12 && !line.isOneOf(open, "([")) {
      open--;
    }
    return line.isOneOf(open, "([") && holdsOnlyCredits(line, open + 1, close) ? open : -1;
  }

  private static boolean holdsOnlyCredits(Line line, int first, int end) {
    boolean found = false;
    int i = first;
    while (i < end) {
      Label label = line.text().token(i).label(CREDITS);
      if (label != null && label.end() <= end) {
        found = true;
        i = label.end();
      } else if (line.text().token(i).isWord()) {
        return false;
      } else {
        i++;
      }
    }
    return found;
  }

  /** A short last line without a full stop, behind paragraphs that all have one. */
  private boolean isClosingCaption(Page page, Line line) {
    int n = line.number();
    boolean shape =
        n > 1
            && line.words() >= 2
            && line.words() <= SHORT_CAPTION
            && !line.endsWithStop()
            && !line.isOpen();
    if (!shape || !page.isLast(n) || startsWithVerb(line) || starts.carriesOn(line)) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      Line other = page.lines().get(i);
      if (!page.isMarked(i) && other.isParagraph() && !other.endsWithStop()) {
        return false;
      }
    }
    Line before = page.lines().get(n - 1);
    return page.isMarked(n - 1) || before.isParagraph() && before.endsWithStop();
  }

  /** Whether the line opens with a finite verb, as sentences do and captions do not. */
  static boolean startsWithVerb(Line line) {
    for (Label label : line.text().token(line.first()).labels()) {
      if (label.features().isVerb()) {
        return true;
      }
    }
    return false;
  }

  private static void markDateline(Page page) {
    int first = 0;
    while (first < page.size() && page.isMarked(first)) {
      first++;
    }
    int last = Math.min(page.size(), first + 2);
    for (int n = first; n < last; n++) {
      Line line = page.lines().get(n);
      if (page.isMarked(n)) {
        continue;
      }
      if (isByline(page, line)) {
        page.mark(n, Kind.CREDIT, "furniture/byline");
        last = Math.min(page.size(), last + 1);
        continue;
      }
      boolean headline = page.title() == null && n == first && !line.isParagraph();
      int end = headline ? -1 : datelineEnd(line);
      if (end > line.first()) {
        page.markTokens(line.first(), end, Kind.CREDIT, "furniture/dateline");
        return;
      }
    }
  }

  /** A short line with an agency or a dash in it, of which the text goes on below. */
  private static boolean isByline(Page page, Line line) {
    boolean short_ =
        line.words() <= LONGEST_BYLINE && !line.endsWithStop() && line.number() + 1 < page.size();
    boolean title =
        page.title() == null && page.isFirst(line.number()) && line.words() > SHORTEST_HEADLINE;
    if (!short_ || title) {
      return false;
    }
    boolean sign = false;
    for (int i = line.first(); i < line.end(); i++) {
      Token token = line.text().token(i);
      sign |= line.isOneOf(i, DASHES) || token.is(CREDITS);
      boolean full =
          line.isOneOf(i, ".")
              && (i + 1 == line.end()
                  || line.text().token(i + 1).span().start() > token.span().end());
      if (full || line.isOneOf(i, "*\u061F") || isFiniteVerb(token)) {
        return false;
      }
    }
    return sign || isSecondLine(page, line);
  }

  /** A name of at most four words between headline and lead: the outlet, the correspondent. */
  private static boolean isSecondLine(Page page, Line line) {
    int n = line.number();
    boolean below = page.title() != null ? n == 0 : n == 1;
    return below && line.words() <= 4 && !line.isOpen() && page.lines().get(n + 1).isParagraph();
  }

  private static boolean isFiniteVerb(Token token) {
    for (Label label : token.labels()) {
      if (!label.features().isVerb()) {
        return false;
      }
    }
    return !token.isUnknown();
  }

  /**
   * Behind the separator of a dateline, or -1: place, agency or correspondent with dashes or
   * brackets between, then a colon; or an agency and a dash.
   */
  private static int datelineEnd(Line line) {
    int agency = -1;
    boolean parts = false;
    if (SentenceStarts.isDiscourse(line)) {
      return -1;
    }
    int end = Math.min(line.end(), line.first() + LONGEST_DATELINE);
    for (int i = line.first(); i < end; i++) {
      Token token = line.text().token(i);
      Label label = token.label(CREDITS);
      if (label != null
          && label.entry().is("role", "agency")
          && label.clitics().before().isEmpty()) {
        agency = label.end();
      }
      parts |= line.isOneOf(i, DASHES);
      boolean colon = line.isOneOf(i, ":") && (parts || agency == i);
      boolean dash =
          agency >= 0 && i - agency <= 1 && i > line.first() + 1 && line.isOneOf(i, DASHES);
      if (colon || dash) {
        return closing(line, i);
      }
      boolean quote = line.isOneOf(i, "\"“«") && !parts && !line.isOneOf(line.first(), "*");
      if (quote || line.isOneOf(i, ".\u060C") || token.isNumber() || isFiniteVerb(token)) {
        return -1;
      }
    }
    return -1;
  }

  private static int closing(Line line, int separator) {
    int i = separator + 1;
    while (i < line.end() && line.isOneOf(i, DASHES + ":")) {
      i++;
    }
    return i;
  }
}
