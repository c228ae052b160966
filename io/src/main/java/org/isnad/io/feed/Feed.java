package org.isnad.io.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed or sitemap lists.
 *
 * @param title the feed's name
 * @param entries the articles, in its order
 * @param sitemaps further lists that it names
 */
public record Feed(@Nullable String title, List<Entry> entries, List<String> sitemaps) {

  /** Copies the lists. */
  public Feed {
    entries = List.copyOf(entries);
    sitemaps = List.copyOf(sitemaps);
  }

  /**
   * An article.
   *
   * @param url its address
   * @param title its headline
   * @param published when it was published, as the list says
   * @param content its text as HTML, where the feed carries it, else null
   */
  public record Entry(
      String url, @Nullable String title, @Nullable Instant published, @Nullable String content) {}
}
