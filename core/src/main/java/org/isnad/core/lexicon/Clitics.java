package org.isnad.core.lexicon;

import java.util.List;

/**
 * What is written together with a word but is no part of it.
 *
 * @param before keys of the proclitics in text order: {@code w f b k l s al}
 * @param pronoun key of the pronoun behind the word, or empty
 */
public record Clitics(List<String> before, String pronoun) {

  /** The word stands alone. */
  public static final Clitics NONE = new Clitics(List.of(), "");

  /** Copies the list. */
  public Clitics {
    before = List.copyOf(before);
  }

  /** Whether the proclitic with this key stands before the word. */
  public boolean has(String key) {
    return before.contains(key);
  }

  /** Whether the article stands before the word. */
  public boolean isDefinite() {
    return before.contains("al");
  }

  /** Whether a pronoun stands behind the word. */
  public boolean hasPronoun() {
    return !pronoun.isEmpty();
  }
}
