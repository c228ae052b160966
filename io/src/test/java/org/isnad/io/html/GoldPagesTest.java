package org.isnad.io.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.isnad.core.article.Article;
import org.isnad.core.article.Furniture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Our own pages read as they should be; the floors only go up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldPagesTest {

  private static final Path FOLDER = Path.of("src/test/resources/pages");

  private List<GoldPages.Gold> pages = List.of();
  private final Map<String, Article> articles = new TreeMap<>();

  @BeforeAll
  void readPages() throws IOException {
    pages = GoldPages.read(FOLDER);
    for (GoldPages.Gold gold : pages) {
      String html = PageDecoder.decode(gold.bytes(), null).text();
      articles.put(
          gold.page(),
          HtmlReader.read(html, new HtmlReader.Origin(gold.url(), null, null, gold.page())));
    }
  }

  /** The text without what is marked as furniture. */
  static String running(Article article) {
    if (article == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(article.text());
    for (Furniture piece : article.markup().furniture().reversed()) {
      text.delete(piece.span().start(), piece.span().end());
    }
    return text.toString();
  }

  @Test
  void bodiesAreReadWhole() {
    Map<String, Double> scores = GoldPages.bodies(pages, g -> running(articles.get(g.page())));
    double mean = scores.values().stream().mapToDouble(d -> d).average().orElse(0);
    scores.values().removeIf(f1 -> f1 > 0.995);
    assertThat(mean).as("pages not read whole: " + scores).isGreaterThan(0.99);
  }

  @Test
  void headlinesAndDatesAreRight() {
    List<String> wrong = new ArrayList<>();
    for (GoldPages.Gold gold : pages) {
      Article article = articles.get(gold.page());
      if (!Objects.equals(article.title(), gold.title())) {
        wrong.add(gold.page() + " title " + article.title());
      }
      if (!Objects.equals(article.published(), gold.published())) {
        wrong.add(gold.page() + " date " + article.published() + " not " + gold.published());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void outletsBylinesCaptionsAndPostsAreKept() {
    List<String> wrong = new ArrayList<>();
    for (GoldPages.Gold gold : pages) {
      Article article = articles.get(gold.page());
      same(gold, "byline", article.markup().byline(), wrong);
      same(gold, "outlet", article.outlet(), wrong);
      if (article.markup().posts().size() != gold.all().get("posts").asInt()) {
        wrong.add(gold.page() + " posts " + article.markup().posts());
      }
      for (JsonNode caption : gold.all().get("captions").values()) {
        if (article.markup().furniture().stream()
            .noneMatch(f -> f.span().of(article.text()).contains(caption.asString()))) {
          wrong.add(gold.page() + " caption " + caption);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void same(GoldPages.Gold gold, String field, String read, List<String> wrong) {
    JsonNode expected = gold.all().get(field);
    if (!expected.isNull() && !expected.asString().equals(read)) {
      wrong.add(gold.page() + " " + field + " " + read);
    }
  }
}
