package org.isnad.core.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Finds what touches a stretch of tokens without looking through all there is. Fast where ranges
 * are short against the text, as mentions and the words of one speaker are; right for any ranges.
 *
 * @param <T> what has a range
 */
public final class RangeIndex<T> {

  private final List<Placed<T>> placed;
  private final int longest;

  private record Placed<T>(TokenRange range, int order, T value) {}

  /**
   * An index of {@code all}.
   *
   * @param rangeOf where each of them stands
   */
  public RangeIndex(List<T> all, Function<T, TokenRange> rangeOf) {
    List<Placed<T>> sorted = new ArrayList<>(all.size());
    int longestRange = 0;
    for (T value : all) {
      TokenRange range = rangeOf.apply(value);
      longestRange = Math.max(longestRange, range.size());
      sorted.add(new Placed<>(range, sorted.size(), value));
    }
    sorted.sort(Comparator.comparing(Placed::range));
    this.placed = sorted;
    this.longest = longestRange;
  }

  /** Those whose range holds the token, in the order in which they were given. */
  public List<T> at(int token) {
    return touching(token, token + 1);
  }

  /** Those that share a token with the range, in the order in which they were given. */
  public List<T> touching(int first, int end) {
    List<Placed<T>> found = new ArrayList<>(4);
    for (int i = from(first - longest + 1); i < placed.size(); i++) {
      TokenRange range = placed.get(i).range();
      if (range.first() >= end) {
        break;
      }
      if (range.end() > first) {
        found.add(placed.get(i));
      }
    }
    if (found.size() > 1) {
      found.sort(Comparator.comparingInt(Placed::order));
    }
    List<T> values = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      values.add(found.get(i).value());
    }
    return values;
  }

  private int from(int token) {
    int low = 0;
    int high = placed.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (placed.get(mid).range().first() < token) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
