package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.core.article.Furniture;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An article with its text analysed and its furniture marked.
 *
 * @param article what was captured
 * @param body the analysed text
 * @param title the analysed headline, where the input gives it apart from the text
 * @param furniture what is not the article's own running text, in text order
 */
public record AnalyzedArticle(
    Article article, AnalyzedText body, @Nullable AnalyzedText title, List<Furniture> furniture) {

  /** Copies the list. */
  public AnalyzedArticle {
    furniture = List.copyOf(furniture);
  }

  /** Whether the stretch of the body touches furniture. */
  public boolean isFurniture(Span span) {
    for (Furniture piece : furniture) {
      if (piece.span().overlaps(span)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether most of the stretch is furniture. A sentence that a dateline opens ("Baghdad (AFP):")
   * or that a link row follows is the article's own.
   */
  public boolean isMostlyFurniture(Span span) {
    int covered = 0;
    for (Furniture piece : furniture) {
      if (piece.span().overlaps(span)) {
        covered +=
            Math.min(piece.span().end(), span.end()) - Math.max(piece.span().start(), span.start());
      }
    }
    return 2 * covered > span.length();
  }
}
