package org.isnad.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isnad.core.article.ArticleId;
import org.isnad.core.reuse.Copy;
import org.isnad.core.reuse.Direction;
import org.isnad.core.reuse.Lineage;
import org.isnad.core.reuse.Passage;
import org.isnad.core.text.Span;

/**
 * A stretch that an article has from another one, as stores keep it.
 *
 * @param here where it stands in the copy, in code points
 * @param original whose it is
 * @param there where it stands in the original, in code points
 */
record CopiedPassage(Span here, ArticleId original, Span there) {

  /** The stretches of a copy, each with its original. */
  static List<CopiedPassage> of(ArticleId article, Lineage lineage, Map<ArticleId, String> texts) {
    List<CopiedPassage> passages = new ArrayList<>();
    for (Copy copy : lineage.copiesOf(article)) {
      boolean copies =
          copy.direction() == Direction.A_COPIES_B && copy.reuse().a().equals(article)
              || copy.direction() == Direction.B_COPIES_A && copy.reuse().b().equals(article);
      for (Passage passage : copies ? copy.reuse().seenFrom(article) : List.<Passage>of()) {
        passages.add(new CopiedPassage(passage.inA(), copy.reuse().other(article), passage.inB()));
      }
    }
    return passages;
  }
}
