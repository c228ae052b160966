package org.isnad.core.reuse;

import java.time.LocalDate;
import java.util.Set;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an article, its words apart, when it is asked who copied whom.
 *
 * @param article the article
 * @param outlet who published it, as the input names it, or null
 * @param earliest first day on which it can have been published, or null where open
 * @param latest last day on which it can have been published, or null where open
 * @param outletIds register ids of the outlet itself; empty where it is not in the register
 * @param sourcesNamed register ids of the outlets and agencies that its text names
 */
public record Witness(
    ArticleId article,
    @Nullable String outlet,
    @Nullable LocalDate earliest,
    @Nullable LocalDate latest,
    Set<String> outletIds,
    Set<String> sourcesNamed) {

  /** Copies the sets. */
  public Witness {
    outletIds = Set.copyOf(outletIds);
    sourcesNamed = Set.copyOf(sourcesNamed);
  }

  /** What an article declares of itself: a declared date, else not after it was fetched. */
  public static Witness of(Article article) {
    LocalDate published = article.published();
    LocalDate latest = published != null ? published : article.retrieved();
    return new Witness(article.id(), article.outlet(), published, latest, Set.of(), Set.of());
  }

  /** The same with another window of publication, ends included and null where open. */
  public Witness publishedWithin(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new Witness(article, outlet, from, to, outletIds, sourcesNamed);
  }

  /** The same with what the register knows of its outlet and of the sources it names. */
  public Witness naming(Set<String> ownIds, Set<String> named) {
    return new Witness(article, outlet, earliest, latest, ownIds, named);
  }

  /** Whether it was certainly published before the other, by a day at least. */
  boolean before(Witness other) {
    return latest != null && other.earliest != null && latest.isBefore(other.earliest);
  }

  /** Whether its text names the other's outlet. */
  boolean names(Witness other) {
    return other.outletIds.stream().anyMatch(sourcesNamed::contains);
  }

  /** Whether both are known to come from one outlet. */
  boolean sameOutlet(Witness other) {
    return outlet != null && outlet.equals(other.outlet);
  }
}
