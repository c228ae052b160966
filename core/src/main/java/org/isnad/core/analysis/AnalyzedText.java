package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.text.NormalText;
import org.isnad.core.text.Span;

/**
 * A text cut into sentences and tokens.
 *
 * @param text the text, folded and as given
 * @param tokens all tokens in text order
 * @param sentences all sentences in text order; every token stands in exactly one
 */
public record AnalyzedText(NormalText text, List<Token> tokens, List<Sentence> sentences) {

  /** The token with this number. */
  public Token token(int index) {
    return tokens.get(index);
  }

  /** Number of tokens. */
  public int size() {
    return tokens.size();
  }

  /** The sentence in which the token stands. */
  public Sentence sentenceOf(int token) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (sentences.get(mid).end() <= token) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return sentences.get(low);
  }

  /** The span of a range of tokens in the text as given; empty ranges stand before their first. */
  public Span span(int first, int end) {
    if (first >= end) {
      int at = first < tokens.size() ? tokens.get(first).start() : text.given().length();
      return new Span(at, at);
    }
    return new Span(tokens.get(first).start(), tokens.get(end - 1).end());
  }

  /** The words of a range of tokens as given. */
  public String words(int first, int end) {
    return span(first, end).of(text.given());
  }
}
