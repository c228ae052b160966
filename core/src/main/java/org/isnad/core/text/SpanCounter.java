package org.isnad.core.text;

import java.util.Arrays;

/**
 * Ranges of many texts in code points, one after the other. The counts of the last few texts are
 * kept, because what is written speaks of the same articles again and again: a text is counted
 * once, not for every range. For one thread.
 */
public final class SpanCounter {

  /** Texts kept: a copied passage has two, and few incidents are told by more than these. */
  private static final int KEPT = 8;

  private final CodePoints[] kept = new CodePoints[KEPT];
  private int last;

  /** A counter that has seen no text. */
  public SpanCounter() {
    Arrays.fill(kept, CodePoints.of(""));
  }

  /** A range of UTF-16 units of {@code text} as one of code points. */
  @SuppressWarnings("ReferenceEquality")
  public Span count(Span span, String text) {
    for (int i = 0; i < KEPT; i++) {
      CodePoints counts = kept[(last + KEPT - i) % KEPT];
      if (counts.text() == text) {
        return counts.count(span);
      }
    }
    last = (last + 1) % KEPT;
    kept[last] = CodePoints.of(text);
    return kept[last].count(span);
  }
}
