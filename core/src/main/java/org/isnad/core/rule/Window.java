package org.isnad.core.rule;

import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;

/**
 * What the tokens of a sentence can be, for questions about any stretch of it in constant time: for
 * every power of two the union over so many tokens from each on, of which two cover any stretch.
 */
final class Window {

  private final int first;
  private final int size;
  private final long[][] lists;
  private final int[][] kinds;

  Window(AnalyzedText text, Sentence sentence) {
    this.first = sentence.first();
    this.size = sentence.end() - sentence.first();
    int levels = 32 - Integer.numberOfLeadingZeros(Math.max(1, size));
    this.lists = new long[levels][size];
    this.kinds = new int[levels][size];
    for (int i = 0; i < size; i++) {
      Token token = text.token(first + i);
      lists[0][i] = token.lists().bits();
      kinds[0][i] = Opening.bit(token.kind());
    }
    for (int level = 1; level < levels; level++) {
      int half = 1 << (level - 1);
      for (int i = 0; i < size; i++) {
        int behind = Math.min(size - 1, i + half);
        lists[level][i] = lists[level - 1][i] | lists[level - 1][behind];
        kinds[level][i] = kinds[level - 1][i] | kinds[level - 1][behind];
      }
    }
  }

  /** Whether one of the {@code within} tokens from {@code at} on may be what is needed. */
  boolean holds(Need need, int at) {
    int from = at - first;
    int length = Math.min(need.within(), size - from);
    int level = 31 - Integer.numberOfLeadingZeros(length);
    int second = from + length - (1 << level);
    long found = lists[level][from] | lists[level][second];
    int sorts = kinds[level][from] | kinds[level][second];
    Opening what = need.what();
    return what.anything() || (what.lists().bits() & found) != 0 || (what.kinds() & sorts) != 0;
  }
}
