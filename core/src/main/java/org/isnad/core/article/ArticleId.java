package org.isnad.core.article;

/**
 * The name under which an article is known: the id given with the input, else the file's name, else
 * the hash of its text.
 *
 * @param value not blank
 */
public record ArticleId(String value) implements Comparable<ArticleId> {

  /** Rejects blank names. */
  public ArticleId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an article needs an id, not blanks");
    }
  }

  @Override
  public int compareTo(ArticleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
