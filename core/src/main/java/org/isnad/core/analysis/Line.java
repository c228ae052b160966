package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.lexicon.Words;
import org.isnad.core.text.Span;

/**
 * A line of an article's text, seen as a block of a page. What its tokens are together is looked up
 * once, since most questions about most lines end there. Immutable.
 */
final class Line {

  private static final String STOPS = ".!\u2026\u06D4";
  private static final String CLOSERS = "\"'”’»";
  private static final String OPEN_ENDS = ":,\u060C;\u061B-–—";

  private final int number;
  private final AnalyzedText text;
  private final int first;
  private final int end;
  private final int words;
  private final boolean latin;
  private final long signs;
  private final long lists;

  /**
   * A line.
   *
   * @param number its number among the lines that are not empty
   * @param text the text it stands in
   * @param first number of its first token
   * @param end number behind its last token
   */
  Line(int number, AnalyzedText text, int first, int end) {
    this.number = number;
    this.text = text;
    this.first = first;
    this.end = end;
    int notSigns = 0;
    boolean anyLatin = false;
    long someSigns = 0;
    long someLists = 0;
    for (int i = first; i < end; i++) {
      Token token = text.token(i);
      someLists |= token.lists();
      if (token.isPunctuation()) {
        someSigns |= bit(token.sign());
      } else {
        notSigns++;
        anyLatin |= token.kind() == Words.Kind.LATIN;
      }
    }
    this.words = notSigns;
    this.latin = anyLatin;
    this.signs = someSigns;
    this.lists = someLists;
  }

  /** The bit of a sign; several share one. */
  private static long bit(char sign) {
    return 1L << sign;
  }

  /** Its number among the lines that are not empty. */
  int number() {
    return number;
  }

  /** The text it stands in. */
  AnalyzedText text() {
    return text;
  }

  /** Number of its first token. */
  int first() {
    return first;
  }

  /** Number behind its last token. */
  int end() {
    return end;
  }

  /** Whether letters of another script stand in it. */
  boolean hasLatin() {
    return latin;
  }

  /** A quick no: false where the sign does not stand in it; true where it may. */
  boolean mayHold(char sign) {
    return (signs & bit(sign)) != 0;
  }

  /** A quick no: false where no label in it is from these lists; true where one may be. */
  boolean mayHold(ListFilter any) {
    return (lists & any.bits()) != 0;
  }

  /** Where it stands, without the blanks around it. */
  Span span() {
    return text.span(first, end);
  }

  /** Number of words, signs not counted. */
  int words() {
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
