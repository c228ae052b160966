package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.lexicon.Words;
import org.isnad.core.text.Span;

/**
 * A line of an article's text, seen as a block of a page.
 *
 * @param number its number among the lines that are not empty
 * @param text the text it stands in
 * @param first number of its first token
 * @param end number behind its last token
 */
record Line(int number, AnalyzedText text, int first, int end) {

  private static final String STOPS = ".!\u2026\u06D4";
  private static final String CLOSERS = "\"'”’»";
  private static final String OPEN_ENDS = ":,\u060C;\u061B-–—";

  /** Where it stands, without the blanks around it. */
  Span span() {
    return text.span(first, end);
  }

  /** Number of words, signs not counted. */
  int words() {
    int words = 0;
    for (int i = first; i < end; i++) {
      words += text.token(i).isPunctuation() ? 0 : 1;
    }
    return words;
  }

  /** Whether it ends like a sentence: with a full stop, behind which a quote may close. */
  boolean endsWithStop() {
    int last = end - 1;
    while (last > first && isOneOf(last, CLOSERS)) {
      last--;
    }
    return isOneOf(last, STOPS);
  }

  /** Whether it breaks off where something must follow: with a comma, a colon, a dash. */
  boolean isOpen() {
    return isOneOf(end - 1, OPEN_ENDS);
  }

  /** Whether it is long enough to be a paragraph. */
  boolean isParagraph() {
    return words() >= 12;
  }

  /** Whether the token is a sign among these; no token outside the line is. */
  boolean isOneOf(int token, String signs) {
    if (token < first || token >= end) {
      return false;
    }
    char sign = text.token(token).sign();
    return sign != 0 && signs.indexOf(sign) >= 0;
  }

  /** Its words folded, signs left out. */
  List<String> norms() {
    return text.tokens().subList(first, end).stream()
        .filter(
            t ->
                t.kind() == Words.Kind.WORD
                    || t.kind() == Words.Kind.NUMBER
                    || t.kind() == Words.Kind.LATIN)
        .map(Token::norm)
        .toList();
  }
}
