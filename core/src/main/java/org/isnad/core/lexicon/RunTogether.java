package org.isnad.core.lexicon;

import java.util.List;
import org.isnad.core.lexicon.Lexicon.Reading;

/** Finds two words that were written without the blank between them. */
final class RunTogether {

  /** Shortest half of two words run together: a shorter one is more likely an ending. */
  private static final int SHORTEST_HALF = 4;

  /** Longest pair of words run together; a row of more letters is no writing. */
  private static final int LONGEST_JOINED = 48;

  private final Lexicon lexicon;

  RunTogether(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Letters of the first of two words, or 0 where an unknown word is one word. */
  int joint(String word) {
    if (word.length() < 2 * SHORTEST_HALF + 1
        || word.length() > LONGEST_JOINED
        || Words.kind(word, 0) != Words.Kind.WORD) {
      return 0;
    }
    for (int i = SHORTEST_HALF; i <= word.length() - SHORTEST_HALF; i++) {
      if (belongTogether(word.substring(0, i), word.substring(i))) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Whether a known word and a known definite one, or the first two words of a name, were run
   * together.
   */
  private boolean belongTogether(String left, String right) {
    for (Reading reading : lexicon.known(left)) {
      boolean name = lexicon.next(reading.node(), right, reading.definite()) != null;
      if (name || reading.node().isWord() && startsDefinite(right)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsDefinite(String word) {
    if (!lexicon.opensWithArticle(word)) {
      return false;
    }
    for (Reading reading : lexicon.known(word)) {
      if (reading.clitics().before().equals(List.of("al")) && reading.node().isWord()) {
        return true;
      }
    }
    return false;
  }
}
