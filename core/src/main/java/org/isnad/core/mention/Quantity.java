package org.isnad.core.mention;

import org.jspecify.annotations.Nullable;

/**
 * A number as the text gives it (codebook section 8): exact, a range, or open at either end.
 *
 * @param min at least so many, or null where nothing bounds it below
 * @param max at most so many, or null where the top is open
 */
public record Quantity(@Nullable Integer min, @Nullable Integer max) {

  /** Rejects ranges that run backwards. */
  public Quantity {
    if (min != null && max != null && max < min) {
      throw new IllegalArgumentException("no quantity: min " + min + ", max " + max);
    }
  }

  /** Exactly {@code n}. */
  public static Quantity exactly(int n) {
    return new Quantity(n, n);
  }

  /** {@code n} or more. */
  public static Quantity atLeast(int n) {
    return new Quantity(n, null);
  }

  /** The least that it can be; 0 where nothing bounds it below. */
  public int low() {
    return min == null ? 0 : min;
  }

  /** The most that it can be; {@link Integer#MAX_VALUE} where the top is open. */
  public int high() {
    return max == null ? Integer.MAX_VALUE : max;
  }

  /** Whether some number can be meant by both. */
  public boolean overlaps(Quantity other) {
    return low() <= other.high() && other.low() <= high();
  }

  /** Whether one number is meant. */
  public boolean isExact() {
    return min != null && min.equals(max);
  }
}
