package org.isnad.io;

import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;

/** Takes what a source holds, in input order. */
public interface ArticleSink {

  /** An article. */
  void article(Article article);

  /** Something that could not be read. */
  void problem(Problem problem);

  /**
   * Something in an archive that is no Arabic article: a list of headlines, a page in another
   * language.
   *
   * @param where as in problems
   * @param reason in words
   */
  default void passedOver(String where, String reason) {}
}
