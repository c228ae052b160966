package org.isnad.store;

import org.isnad.core.article.Article;
import org.isnad.core.article.Markup;
import org.isnad.core.article.Provenance;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** What was known of an article from its page, as one column of JSON; null where nothing was. */
final class PageColumn {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PageColumn() {}

  /**
   * The column's content.
   *
   * @param markup what the page's mark-up says
   * @param provenance where its bytes came from
   */
  record Page(Markup markup, @Nullable Provenance provenance) {

    static final Page NONE = new Page(Markup.NONE, null);
  }

  static @Nullable String write(Article article) {
    Page page = new Page(article.markup(), article.provenance());
    return page.equals(Page.NONE) ? null : JSON.writeValueAsString(page);
  }

  static Page read(@Nullable String json) {
    if (json == null) {
      return Page.NONE;
    }
    try {
      return JSON.readValue(json, Page.class);
    } catch (JacksonException e) {
      throw new StoreException("the page of an article in the store is no JSON: " + json, e);
    }
  }
}
