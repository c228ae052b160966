package org.isnad.io.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.isnad.core.article.Article;
import org.isnad.core.article.Furniture;
import org.isnad.core.article.Markup.DateSource;
import org.junit.jupiter.api.Test;

/** What is read from a page, and what hostile pages cannot do. */
class HtmlReaderTest {

  private static final HtmlReader.Origin NOWHERE = new HtmlReader.Origin(null, null, null, "page");

  private static final String LEAD =
      "أعلن مجلس بلدة الريحانة أن حريقا اندلع فجر اليوم في مستودع للحبوب قرب السوق القديم.";
  private static final String SECOND =
      "وقال عامل في المستودع إن فرق الإطفاء وصلت بعد ربع ساعة وأخمدت النيران قبل طلوع الشمس.";

  private static final String PAGE =
      """
      <html lang="ar"><head><title>حريق في مستودع الريحانة | جريدة البلدة</title>
      <meta property="og:site_name" content="جريدة البلدة">
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"حريق في مستودع الريحانة",
       "datePublished":"2024-03-09T22:40:00Z","author":{"@type":"Person","name":"ليلى الحداد"},}]}</script>
      <link rel="canonical" href="/2024/03/10/fire"></head><body>
      <nav><a href="/">الرئيسية</a></nav>
      <article><h1>حريق في مستودع الريحانة</h1><span class="date">الأحد 10 آذار / مارس 2024</span>
      <figure><img src="x"><figcaption>دخان فوق المستودع (جريدة البلدة)</figcaption></figure>
      <div class="entry-content"><p>%s</p>
      <p><a href="/y">اقرأ أيضا: سوق الريحانة يعود إلى العمل بعد شهرين</a></p>
      <p>%s</p>
      <blockquote class="twitter-tweet"><p>رأينا النار من آخر الحي</p>&mdash; سلمى (@salma_r)
      <a href="https://twitter.com/salma_r/status/1">March 10, 2024</a></blockquote>
      <div class="share-buttons"><a>شارك</a></div></div></article>
      <section id="comments"><h3>التعليقات</h3><p>تعليق طويل من قارئ لا يعرف شيئا عن المستودع ولا عن السوق القديم.</p></section>
      </body></html>
      """
          .formatted(LEAD, SECOND);

  private static Article read(String html) {
    return HtmlReader.read(html, NOWHERE);
  }

  private static String marked(Article article, Furniture.Kind kind) {
    List<String> found =
        article.markup().furniture().stream()
            .filter(f -> f.kind() == kind)
            .map(f -> f.span().of(article.text()))
            .toList();
    return String.join("\n", found);
  }

  @Test
  void thePartsOfAPageAreTold() {
    HtmlReader.Origin origin =
        new HtmlReader.Origin("https://paper.example/x", LocalDate.of(2024, 4, 1), null, "page");
    Article article = HtmlReader.read(PAGE, origin);
    assertThat(article.title()).isEqualTo("حريق في مستودع الريحانة");
    assertThat(article.outlet()).isEqualTo("جريدة البلدة");
    assertThat(article.url()).isEqualTo("https://paper.example/2024/03/10/fire");
    assertThat(article.markup().byline()).isEqualTo("ليلى الحداد");
    assertThat(article.published()).isEqualTo("2024-03-10");
    assertThat(article.markup().dateSource()).isEqualTo(DateSource.JSON_LD);
    assertThat(article.text().lines()).contains(LEAD, SECOND).noneMatch(l -> l.contains("قارئ"));
  }

  @Test
  void captionsPostsAndOtherHeadlinesAreMarkedAndKept() {
    Article article = read(PAGE);
    assertThat(marked(article, Furniture.Kind.CAPTION)).startsWith("دخان فوق");
    assertThat(marked(article, Furniture.Kind.RELATED)).startsWith("اقرأ أيضا");
    assertThat(marked(article, Furniture.Kind.EMBED)).contains("رأينا النار");
    assertThat(article.markup().posts())
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.author()).isEqualTo("@salma_r");
              assertThat(post.network()).isEqualTo("twitter.com");
              assertThat(post.posted()).isEqualTo("2024-03-10");
              assertThat(post.span().of(article.text())).startsWith("رأينا").endsWith("2024");
            });
  }

  @Test
  void anOldPageOfTablesAndLineBreaksHasParagraphs() {
    Article article =
        read(
            "<form><table><tr><td><font size=4><b>حريق في مستودع الريحانة</b></font><br>10/3/2024<br>"
                + LEAD
                + "<br>"
                + SECOND
                + "<br></td></tr></table></form>");
    assertThat(article.text().lines()).contains(LEAD, SECOND);
    assertThat(article.published()).isEqualTo("2024-03-10");
  }

  @Test
  void aPageWithoutAStoryIsNone() {
    assertThat(HtmlReader.read("<html><nav><a href='/'>الرئيسية</a></nav></html>", NOWHERE))
        .isNull();
    assertThat(HtmlReader.read("", NOWHERE)).isNull();
  }

  @Test
  void aPageThatScriptsWriteIsReadFromItsLinkedData() {
    Article article =
        read(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"حريق\",\"articleBody\":\""
                + LEAD
                + "\\n"
                + SECOND
                + "\"}</script><div id=root></div>");
    assertThat(article.text().lines()).containsExactly(LEAD, SECOND);
  }

  @Test
  void depthWidthAndBrokenMarkupCostNoStackAndLittleTime() {
    String deep = "<div>".repeat(200_000) + "<p>" + LEAD + "</p>";
    assertThat(read(deep).text()).contains(LEAD);
    String inline = "<b><i>".repeat(20_000) + LEAD;
    assertThat(read(inline).text()).contains(LEAD);
    String wide = "<p class='post-content'>" + LEAD + "</p>";
    assertThat(read(wide.repeat(20_000)).text()).contains(LEAD);
    String attributes = "<p " + "a='b' ".repeat(50_000) + ">" + LEAD;
    assertThat(read(attributes).text()).contains(LEAD);
    String json =
        "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script><p>" + LEAD;
    assertThat(read(json).text()).contains(LEAD);
  }

  @Test
  void everyPrefixAndManyMutationsOfAPageAreReadWithoutException() {
    for (int end = 0; end < PAGE.length(); end += 3) {
      HtmlReader.read(PAGE.substring(0, end), NOWHERE);
    }
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      StringBuilder page = new StringBuilder(PAGE);
      for (int n = 0; n < 20; n++) {
        page.setCharAt(random.nextInt(page.length()), "<>/\"'&;= a".charAt(random.nextInt(10)));
      }
      HtmlReader.read(page.toString(), NOWHERE);
    }
  }
}
