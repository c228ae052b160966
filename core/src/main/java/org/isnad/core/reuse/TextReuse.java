package org.isnad.core.reuse;

import java.util.List;
import org.isnad.core.article.ArticleId;

/**
 * What two articles share.
 *
 * @param a the first article, the smaller id
 * @param b the second article
 * @param passages the shared passages in the order of the first text
 * @param wordsA number of words of the first text
 * @param wordsB number of words of the second text
 */
public record TextReuse(ArticleId a, ArticleId b, List<Passage> passages, int wordsA, int wordsB) {

  /** Copies the list. */
  public TextReuse {
    passages = List.copyOf(passages);
  }

  /** Whether nothing is shared. */
  public boolean isEmpty() {
    return passages.isEmpty();
  }

  /** Number of words that agree. */
  public int matchedWords() {
    return passages.stream().mapToInt(Passage::matchedWords).sum();
  }

  /** The share of the first text that stands in the second, 0 to 1. */
  public double shareOfA() {
    return wordsA == 0 ? 0 : Math.min(1, matchedWords() / (double) wordsA);
  }

  /** The share of the second text that stands in the first, 0 to 1. */
  public double shareOfB() {
    return wordsB == 0 ? 0 : Math.min(1, matchedWords() / (double) wordsB);
  }

  /** Whether {@code article} is one of the two. */
  public boolean concerns(ArticleId article) {
    return a.equals(article) || b.equals(article);
  }

  /**
   * The other article.
   *
   * @throws IllegalArgumentException if {@code article} is neither
   */
  public ArticleId other(ArticleId article) {
    if (!concerns(article)) {
      throw new IllegalArgumentException(article + " is neither " + a + " nor " + b);
    }
    return a.equals(article) ? b : a;
  }

  /** The passages seen from {@code article}: its own spans first. */
  public List<Passage> seenFrom(ArticleId article) {
    return a.equals(article) ? passages : passages.stream().map(Passage::flipped).toList();
  }
}
