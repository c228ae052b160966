package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.text.NormalText;
import org.isnad.core.text.Span;

/** A text cut into sentences and tokens. Immutable. */
public final class AnalyzedText {

  private final NormalText text;
  private final Token[] all;
  private final List<Token> tokens;
  private final List<Sentence> sentences;
  private final Sentence[] sentenceOf;

  /**
   * A text.
   *
   * @param text the text, folded and as given
   * @param all all tokens in text order
   * @param sentences all sentences in text order; every token stands in exactly one
   */
  AnalyzedText(NormalText text, Token[] all, List<Sentence> sentences) {
    this.text = text;
    this.all = all;
    this.tokens = List.of(all);
    this.sentences = List.copyOf(sentences);
    this.sentenceOf = new Sentence[all.length];
    for (Sentence sentence : this.sentences) {
      for (int i = sentence.first(); i < sentence.end(); i++) {
        sentenceOf[i] = sentence;
      }
    }
  }

  /** The text, folded and as given. */
  public NormalText text() {
    return text;
  }

  /** All tokens in text order. */
  public List<Token> tokens() {
    return tokens;
  }

  /** All sentences in text order; every token stands in exactly one. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /** The token with this number. */
  public Token token(int index) {
    return all[index];
  }

  /** Number of tokens. */
  public int size() {
    return all.length;
  }

  /** The sentence in which the token stands; the last one for numbers behind the last token. */
  public Sentence sentenceOf(int token) {
    if (token >= 0 && token < sentenceOf.length) {
      return sentenceOf[token];
    }
    return token < 0 ? sentences.getFirst() : sentences.getLast();
  }

  /** The span of a range of tokens in the text as given; empty ranges stand before their first. */
  public Span span(int first, int end) {
    if (first >= end) {
      int at = first < all.length ? all[first].start() : text.given().length();
      return new Span(at, at);
    }
    return new Span(all[first].start(), all[end - 1].end());
  }

  /** The words of a range of tokens as given. */
  public String words(int first, int end) {
    return span(first, end).of(text.given());
  }
}
