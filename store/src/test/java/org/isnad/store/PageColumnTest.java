package org.isnad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.article.Furniture;
import org.isnad.core.article.Markup;
import org.isnad.core.article.Post;
import org.isnad.core.article.Provenance;
import org.isnad.core.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page said of its article comes back out of the store. */
class PageColumnTest {

  @TempDir private Path folder;

  @Test
  void marksPostsAndProvenanceComeBackAsTheyWere() {
    Span span = new Span(0, 4);
    Markup markup =
        new Markup(
            List.of(new Furniture(span, Furniture.Kind.EMBED, "html/post")),
            List.of(new Post(span, "x.example", "@a", LocalDate.of(2024, 3, 9), null)),
            "ليلى",
            Markup.DateSource.TIME);
    Provenance provenance =
        new Provenance(
            "https://a.example/1", Instant.ofEpochSecond(1_700_000_000), "ab", "f.warc", 17);
    Article article =
        new Article(
            new ArticleId("a"), "نص ما", null, "o", null, null, null, "ar", markup, provenance);
    try (Store store = Store.create(folder)) {
      store.add(List.of(new Capture(article, "h"), new Capture(Article.of("b", "نص آخر"), "g")));
      assertThat(store.articles().getFirst()).isEqualTo(article);
      assertThat(store.articles().getLast().markup()).isSameAs(Markup.NONE);
    }
  }
}
