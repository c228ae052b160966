package org.isnad.core.reuse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;

/**
 * The steps of finding copies, for articles: each a pure function, and all of them in a row for a
 * collection that fits in memory.
 *
 * <pre>{@code
 * CopyFinder finder = new CopyFinder(DayWords.of(lexicon), NamedSources.of(lexicon));
 * Lineage lineage = finder.lineage(articles);
 * }</pre>
 */
public final class CopyFinder {

  /**
   * Texts kept as words while pairs are aligned; copies lie near each other in the order of ids.
   */
  private static final int KEPT = 2048;

  private final DayWords dayWords;
  private final NamedSources sources;

  /** A finder that knows the words newsrooms change and the outlets they may name. */
  public CopyFinder(DayWords dayWords, NamedSources sources) {
    this.dayWords = dayWords;
    this.sources = sources;
  }

  /** What makes an article findable. */
  public Fingerprints fingerprints(Article article) {
    return Fingerprints.of(article.id(), article.outlet(), article.published(), words(article));
  }

  /** What two articles share. */
  public TextReuse align(Article a, Article b) {
    return Alignment.align(a.id(), words(a), b.id(), words(b));
  }

  /** What an article declares of itself, its own outlet and the outlets it names. */
  public Witness witness(Article article) {
    return Witness.of(article)
        .naming(sources.idsOf(article.outlet()), sources.namedIn(article.text()));
  }

  /** All steps for a whole collection; its order makes no difference. */
  public Lineage lineage(Collection<Article> articles) {
    CandidateIndex index = new CandidateIndex();
    Map<ArticleId, Article> byId = new TreeMap<>();
    for (Article article : articles) {
      byId.put(article.id(), article);
      index.add(fingerprints(article));
    }
    Recurrence recurrence = index.recurrence();
    List<TextReuse> reuses = new ArrayList<>();
    Map<ArticleId, WordSequence> kept = new Recent();
    for (CandidatePair pair : index.pairs(recurrence)) {
      WordSequence a = kept.computeIfAbsent(pair.a(), id -> words(get(byId, id)));
      WordSequence b = kept.computeIfAbsent(pair.b(), id -> words(get(byId, id)));
      TextReuse reuse = Alignment.align(pair.a(), a, pair.b(), b);
      if (!reuse.isEmpty()) {
        reuses.add(reuse);
      }
    }
    return Lineage.of(witnesses(byId, reuses), reuses, recurrence);
  }

  /** Only articles that share text need to say which outlets they name. */
  private List<Witness> witnesses(Map<ArticleId, Article> articles, List<TextReuse> reuses) {
    Map<ArticleId, Witness> witnesses = new HashMap<>();
    Map<String, java.util.Set<String>> idsOf = new HashMap<>();
    for (TextReuse reuse : reuses) {
      for (ArticleId id : List.of(reuse.a(), reuse.b())) {
        witnesses.computeIfAbsent(
            id,
            key -> {
              Article article = get(articles, key);
              String outlet = article.outlet() == null ? "" : article.outlet();
              return Witness.of(article)
                  .naming(
                      idsOf.computeIfAbsent(outlet, sources::idsOf),
                      sources.namedIn(article.text()));
            });
      }
    }
    return List.copyOf(witnesses.values());
  }

  /** The words of an article, by which it is compared. */
  public WordSequence words(Article article) {
    return WordSequence.of(article.text(), dayWords);
  }

  private static Article get(Map<ArticleId, Article> articles, ArticleId id) {
    Article article = articles.get(id);
    if (article == null) {
      throw new IllegalArgumentException("no such article: " + id);
    }
    return article;
  }

  /** The texts used last. */
  private static final class Recent extends LinkedHashMap<ArticleId, WordSequence> {

    private static final long serialVersionUID = 1L;

    Recent() {
      super(KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<ArticleId, WordSequence> eldest) {
      return size() > KEPT;
    }
  }
}
