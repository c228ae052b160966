package org.isnad.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.ArticleSink;
import org.isnad.io.Manifest;
import org.isnad.io.Sources;

/**
 * Articles to measure on: those of a file or folder, evenly drawn, or cut and joined to one length.
 */
final class Corpus {

  private Corpus() {}

  /**
   * Up to {@code limit} articles, every n-th of what the path holds, so that all outlets and days
   * take part.
   *
   * @throws IllegalArgumentException if the path holds no article
   */
  static List<Article> sample(Path path, int limit) {
    List<Article> all = all(path);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no article in " + path);
    }
    List<Article> drawn = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, all.size()); i++) {
      drawn.add(all.get((int) ((long) i * all.size() / Math.min(limit, all.size()))));
    }
    return drawn;
  }

  /**
   * Articles of exactly {@code length} UTF-16 units each, made by joining and cutting at blanks
   * where there are any.
   */
  static List<Article> ofLength(List<Article> articles, int length) {
    StringBuilder text = new StringBuilder();
    List<Article> cut = new ArrayList<>();
    for (Article article : articles) {
      text.append(article.text()).append('\n');
      while (text.length() >= length) {
        int blank = text.lastIndexOf(" ", length);
        int end = blank > length / 2 ? blank : length;
        cut.add(Article.of("cut-" + cut.size(), text.substring(0, end)));
        text.delete(0, end);
      }
    }
    return cut;
  }

  private static List<Article> all(Path path) {
    List<Article> articles = new ArrayList<>();
    new Sources(
            Manifest.NONE,
            new ArticleSink() {
              @Override
              public void article(Article article) {
                articles.add(article);
              }

              @Override
              public void problem(Problem problem) {
                // A line that cannot be read is no matter of speed.
              }
            })
        .read(List.of(path));
    return articles;
  }
}
