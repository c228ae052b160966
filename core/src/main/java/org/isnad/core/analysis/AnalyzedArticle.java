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
 * @param furniture what is not the article's own running text, in text order, no piece inside
 *     another
 */
public record AnalyzedArticle(
    Article article, AnalyzedText body, @Nullable AnalyzedText title, List<Furniture> furniture) {

  /** Copies the list. */
  public AnalyzedArticle {
    furniture = List.copyOf(furniture);
  }

  /** Whether the stretch of the body touches furniture. */
  public boolean isFurniture(Span span) {
    for (int i = lastBefore(span.end()); i >= 0 && touches(i, span); i--) {
      if (furniture.get(i).span().overlaps(span)) {
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
    for (int i = lastBefore(span.end()); i >= 0 && touches(i, span); i--) {
      Span piece = furniture.get(i).span();
      if (piece.overlaps(span)) {
        covered += Math.min(piece.end(), span.end()) - Math.max(piece.start(), span.start());
      }
    }
    return 2 * covered > span.length();
  }

  /**
   * Pieces end in the order in which they start, so none before one that ends too early touches.
   */
  private boolean touches(int piece, Span span) {
    return furniture.get(piece).span().end() >= span.start();
  }

  /** Number of the last piece that starts before {@code end}, or -1. */
  private int lastBefore(int end) {
    int low = 0;
    int high = furniture.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (furniture.get(mid).span().start() < end) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low - 1;
  }
}
