package org.isnad.core.analysis;

import org.isnad.core.text.Span;

/**
 * A sentence, or a headline or caption that stands in a line of its own.
 *
 * @param index its number in the text
 * @param first number of its first token
 * @param end number behind its last token
 * @param paragraph number of the line it stands in
 * @param span where it stands in the text as given
 */
public record Sentence(int index, int first, int end, int paragraph, Span span) {

  /** Whether the token stands in this sentence. */
  public boolean contains(int token) {
    return first <= token && token < end;
  }

  /** Number of tokens. */
  public int size() {
    return end - first;
  }
}
