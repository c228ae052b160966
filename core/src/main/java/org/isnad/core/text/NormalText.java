package org.isnad.core.text;

/**
 * A text in which spelling variants look alike, with the way back to the text as it was given.
 *
 * <p>Every unit of {@link #normal()} stems from a range of {@link #given()}; units that carry no
 * meaning (marks, tatweel, zero-width characters) have no counterpart. Offsets are UTF-16 code
 * units. {@code الهُجومْ} becomes {@code الهجوم}, and the span of the normal word leads back to all
 * eight given units.
 */
public final class NormalText {

  private final String given;
  private final String normal;
  private final int[] starts;
  private final int[] ends;

  /**
   * A text.
   *
   * @param starts where in {@code given} each unit of {@code normal} starts; may be longer
   * @param ends behind what it stems from; may be longer
   */
  NormalText(String given, String normal, int[] starts, int[] ends) {
    this.given = given;
    this.normal = normal;
    this.starts = starts;
    this.ends = ends;
  }

  /** The text as it was given. */
  public String given() {
    return given;
  }

  /** The folded text. */
  public String normal() {
    return normal;
  }

  /** The range of the given text from which the normal range stems; marks behind it included. */
  public Span givenSpan(int normalStart, int normalEnd) {
    if (normalStart == normalEnd) {
      int at = normalStart < normal.length() ? starts[normalStart] : given.length();
      return new Span(at, at);
    }
    return new Span(starts[normalStart], ends[normalEnd - 1]);
  }

  /** Offset in the given text at which unit {@code i} of the normal text starts. */
  public int givenStart(int i) {
    return i < normal.length() ? starts[i] : given.length();
  }

  /**
   * Offset in the given text behind unit {@code i} of the normal text, marks behind it included.
   */
  public int givenEnd(int i) {
    return ends[i];
  }

  /** Offset of the first normal unit that stems from {@code givenOffset} or from behind it. */
  public int normalOffset(int givenOffset) {
    int low = 0;
    int high = normal.length();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (starts[mid] < givenOffset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
