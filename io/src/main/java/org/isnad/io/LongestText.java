package org.isnad.io;

import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;

/** Lets through what can be an article; longer texts are one problem each. */
final class LongestText implements ArticleSink {

  /**
   * Most characters of an article. A whole daily newspaper has some half a million; what is longer
   * is no article, and would take memory from those that are.
   */
  static final int CHARACTERS = 1_000_000;

  private final ArticleSink sink;

  LongestText(ArticleSink sink) {
    this.sink = sink;
  }

  @Override
  public void article(Article article) {
    String title = article.title();
    int length = Math.max(article.text().length(), title == null ? 0 : title.length());
    if (length > CHARACTERS) {
      String text = length + " characters in one text; expected at most " + CHARACTERS;
      problem(new Problem(Problem.Code.TOO_LARGE, article.id().value(), text));
    } else {
      sink.article(article);
    }
  }

  @Override
  public void problem(Problem problem) {
    sink.problem(problem);
  }

  @Override
  public void passedOver(String where, String reason) {
    sink.passedOver(where, reason);
  }
}
