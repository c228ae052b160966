package org.isnad.core.mention;

/**
 * A half-open range of token numbers of one analysed text.
 *
 * @param first number of the first token
 * @param end number behind the last token
 */
public record TokenRange(int first, int end) implements Comparable<TokenRange> {

  /** Rejects ranges that run backwards. */
  public TokenRange {
    if (first < 0 || end < first) {
      throw new IllegalArgumentException("no token range: first " + first + ", end " + end);
    }
  }

  /** Whether the two share a token. */
  public boolean overlaps(TokenRange other) {
    return first < other.end && other.first < end;
  }

  /** Whether token number {@code token} lies inside. */
  public boolean contains(int token) {
    return first <= token && token < end;
  }

  /** Whether {@code other} lies wholly inside. */
  public boolean contains(TokenRange other) {
    return first <= other.first && other.end <= end;
  }

  /** Number of tokens. */
  public int size() {
    return end - first;
  }

  @Override
  public int compareTo(TokenRange other) {
    int byFirst = Integer.compare(first, other.first);
    return byFirst != 0 ? byFirst : Integer.compare(end, other.end);
  }
}
