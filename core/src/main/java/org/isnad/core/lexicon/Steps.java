package org.isnad.core.lexicon;

import java.util.Arrays;
import org.isnad.core.lexicon.Lexicon.Node;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the tree of names, from a node by a word to the next node, all in one table of
 * numbers: a word that stands inside another text is looked up without being copied or hashed as a
 * string. Filled by one thread, and only read after that.
 */
final class Steps {

  /** Spreads numbers that are alike: 2 to the power of 64 by the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Slots of which one is filled at most: most searches end at the first. */
  private static final int SLOTS_PER_STEP = 2;

  private long[] words = new long[1 << 16];
  private Node[] from = new Node[words.length];
  private Node[] to = new Node[words.length];
  private int size;

  /** The node behind {@code node} for the word that stands in the text there, or null. */
  @Nullable Node next(Node node, String text, int start, int end) {
    return next(node, WordForm.number(text, start, end), text, start, end);
  }

  /**
   * The same for a word whose number is known.
   *
   * @param word its {@link WordForm#number}
   */
  @Nullable Node next(Node node, long word, String text, int start, int end) {
    if (!node.mayGoOn(word)) {
      return null;
    }
    for (int i = slot(node, word); to[i] != null; i = i + 1 & to.length - 1) {
      if (words[i] == word && from[i] == node && to[i].isBehind(text, start, end)) {
        return to[i];
      }
    }
    return null;
  }

  /** The node behind {@code node} for a word, made where there is none. */
  Node nextToBe(Node node, String word) {
    Node known = next(node, word, 0, word.length());
    if (known != null) {
      return known;
    }
    if (++size * SLOTS_PER_STEP > to.length) {
      grow();
    }
    long number = WordForm.number(word, 0, word.length());
    node.goOn(number);
    Node made = new Node(size, number < 0 ? word : "");
    put(number, node, made);
    return made;
  }

  private void grow() {
    long[] oldWords = words;
    Node[] oldFrom = from;
    Node[] oldTo = to;
    words = Arrays.copyOf(words, 2 * oldTo.length);
    from = new Node[words.length];
    to = new Node[words.length];
    for (int i = 0; i < oldTo.length; i++) {
      if (oldTo[i] != null) {
        put(oldWords[i], oldFrom[i], oldTo[i]);
      }
    }
  }

  private void put(long word, Node node, Node next) {
    int i = slot(node, word);
    while (to[i] != null) {
      i = i + 1 & to.length - 1;
    }
    words[i] = word;
    from[i] = node;
    to[i] = next;
  }

  private int slot(Node node, long word) {
    long hash = (word ^ node.number() * SPREAD) * SPREAD;
    return (int) (hash >>> Long.SIZE - Integer.numberOfTrailingZeros(to.length));
  }
}
