package org.isnad.core.text;

/**
 * Counts the Unicode code points before a place of one text. Made once in time linear in the text;
 * after that each count looks at no more than {@value #BLOCK} UTF-16 units, however long the text
 * is. Immutable.
 */
public final class CodePoints {

  /** UTF-16 units between two kept counts. */
  private static final int BLOCK = 256;

  private final String text;
  private final int[] before;

  private CodePoints(String text, int[] before) {
    this.text = text;
    this.before = before;
  }

  /** The counts of a text. */
  public static CodePoints of(String text) {
    int[] before = new int[text.length() / BLOCK + 1];
    for (int i = 1; i < before.length; i++) {
      before[i] = before[i - 1] + starts(text, (i - 1) * BLOCK, i * BLOCK);
    }
    return new CodePoints(text, before);
  }

  /** The text that is counted. */
  public String text() {
    return text;
  }

  /**
   * Code points before a UTF-16 offset that does not lie inside a surrogate pair.
   *
   * @throws IndexOutOfBoundsException if the offset is not one of the text's
   */
  public int before(int offset) {
    int block = offset / BLOCK;
    return before[block] + starts(text, block * BLOCK, offset);
  }

  /** A range of UTF-16 units as one of code points. */
  public Span count(Span span) {
    return new Span(before(span.start()), before(span.end()));
  }

  /** Units from which on a code point starts: all but the second halves of pairs. */
  private static int starts(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      boolean second =
          Character.isLowSurrogate(text.charAt(i))
              && i > 0
              && Character.isHighSurrogate(text.charAt(i - 1));
      count += second ? 0 : 1;
    }
    return count;
  }
}
