package org.isnad.core.reuse;

import java.util.Comparator;
import org.isnad.core.article.ArticleId;

/**
 * Two articles worth aligning.
 *
 * @param a the smaller id
 * @param b the larger id
 * @param shared fingerprints in common, templates and the far ends of frequent ones left out
 */
public record CandidatePair(ArticleId a, ArticleId b, int shared)
    implements Comparable<CandidatePair> {

  private static final Comparator<CandidatePair> ORDER =
      Comparator.comparing(CandidatePair::a).thenComparing(CandidatePair::b);

  @Override
  public int compareTo(CandidatePair other) {
    return ORDER.compare(this, other);
  }
}
