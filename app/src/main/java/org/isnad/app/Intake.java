package org.isnad.app;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.ArticleSink;
import org.isnad.io.ContentHash;
import org.isnad.store.Capture;
import org.isnad.store.Store;

/**
 * Puts articles into a store as they come, some at a time; an id that stands twice gets a number.
 */
final class Intake implements ArticleSink {

  /** Articles stored in one transaction. */
  private static final int BATCH = 500;

  private final Store store;
  private final List<Capture> batch = new ArrayList<>(BATCH);
  private final List<Problem> problems = new ArrayList<>();
  private final Repeats ids = new Repeats();
  private int added;

  Intake(Store store) {
    this.store = store;
  }

  @Override
  public void article(Article article) {
    int times = ids.note(article.id().value());
    ArticleId id = times == 1 ? article.id() : new ArticleId(article.id() + "#" + times);
    Article named = article.named(id);
    batch.add(new Capture(named, ContentHash.of(named.text())));
    if (batch.size() == BATCH) {
      flush();
    }
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  /** Stores what has come since the last batch. */
  void flush() {
    added += store.add(batch);
    batch.clear();
  }

  /** How many articles were new. */
  int added() {
    return added;
  }

  List<Problem> problems() {
    return problems;
  }
}
