package org.isnad.core.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much of one row of words stands in another. */
final class Overlap {

  /** Words of this many letters or fewer are mostly particles. */
  private static final int PARTICLE = 2;

  private Overlap() {}

  /** Share of {@code part}'s elements that are in {@code whole}, 0 to 1. */
  static double share(Set<String> part, Set<String> whole) {
    int common = 0;
    for (String element : part) {
      common += whole.contains(element) ? 1 : 0;
    }
    return part.isEmpty() ? 0 : (double) common / part.size();
  }

  /** Words that carry meaning, as a set. */
  static Set<String> content(List<String> words) {
    Set<String> content = new HashSet<>();
    for (String word : words) {
      if (word.length() > PARTICLE) {
        content.add(word);
      }
    }
    return content;
  }
}
