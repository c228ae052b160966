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
    long word = WordForm.number(text, start, end);
    if (!node.mayGoOn(word)) {
      return null;
    }
    Node found = find(node, word);
    return found == null || word > 0 || found.isBehind(text, start, end) ? found : null;
  }

  /**
   * The same for a word that is known.
   *
   * @param article letters of its article, or 0 where it is looked for as it is written
   */
  @Nullable Node next(Node node, WordForm word, int article) {
    long number = article == 0 ? word.number() : word.bareNumber();
    Node found = find(node, number);
    String letters = word.letters();
    return found == null || number > 0 || found.isBehind(letters, article, letters.length())
        ? found
        : null;
  }

  private @Nullable Node find(Node node, long word) {
    for (int i = slot(node, word); to[i] != null; i = i + 1 & to.length - 1) {
      if (words[i] == word && from[i] == node) {
        return to[i];
      }
    }
    return null;
  }

  /**
   * The node behind {@code node} for a word, made where there is none.
   *
   * @throws IllegalStateException if another word has the same number, which happens to two words
   *     of more than ten letters once in 2 to the power of 63
   */
  Node nextToBe(Node node, String word) {
    long number = WordForm.number(word, 0, word.length());
    Node known = find(node, number);
    if (known != null && (number > 0 || known.isBehind(word, 0, word.length()))) {
      return known;
    }
    if (known != null) {
      throw new IllegalStateException("another word has the number of '" + word + "'");
    }
    if (++size * SLOTS_PER_STEP > to.length) {
      grow();
    }
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
