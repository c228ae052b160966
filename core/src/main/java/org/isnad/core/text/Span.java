package org.isnad.core.text;

/**
 * A half-open range of a text as it was given, counted in UTF-16 code units.
 *
 * <p>Records that leave the program count in Unicode code points; {@link #toCodePoints} converts.
 *
 * @param start offset of the first unit
 * @param end offset behind the last unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  /** Rejects ranges that run backwards or start before the text. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: start " + start + ", end " + end);
    }
  }

  /** Number of UTF-16 code units covered. */
  public int length() {
    return end - start;
  }

  /** Whether the two ranges share at least one unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** Whether {@code other} lies wholly inside this range. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the unit at {@code offset} lies inside this range. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** The smallest range that covers both. */
  public Span union(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The words of {@code text} in this range. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** This range counted in Unicode code points of {@code text}. */
  public Span toCodePoints(String text) {
    int from = text.codePointCount(0, start);
    return new Span(from, from + text.codePointCount(start, end));
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
