import de.l3s.boilerpipe.BoilerpipeExtractor;
import de.l3s.boilerpipe.extractors.CommonExtractors;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import net.dankito.readability4j.Readability4J;
import org.isnad.core.article.Article;
import org.isnad.core.article.Furniture;
import org.isnad.io.html.GoldPages;
import org.isnad.io.html.GoldPages.Gold;
import org.isnad.io.html.HtmlReader;
import org.isnad.io.html.PageDecoder;

/** Body F1 of each candidate on a folder of gold pages; all are given the characters that our decoder gives. */
final class Compare {

  public static void main(String[] args) throws Exception {
    List<Gold> pages = GoldPages.read(Path.of(args[0]));
    body("isnad", pages, g -> running(read(g)));
    body("readability4j 1.0.8", pages, Compare::readability);
    body("boilerpipe 1.2.2, article", pages, g -> boilerpipe(g, CommonExtractors.ARTICLE_EXTRACTOR));
    body("boilerpipe 1.2.2, default", pages, g -> boilerpipe(g, CommonExtractors.DEFAULT_EXTRACTOR));
    body("boilerpipe 1.2.2, canola", pages, g -> boilerpipe(g, CommonExtractors.CANOLA_EXTRACTOR));
    body("jsoup, all text of the page", pages, g -> org.jsoup.Jsoup.parse(html(g)).body().text());
    double dates = pages.stream().filter(g -> Objects.equals(read(g).published(), g.published())).count();
    double titles = pages.stream().filter(g -> Objects.equals(read(g).title(), g.title())).count();
    System.out.printf(Locale.ROOT, "isnad: date right %.3f, title right %.3f of %d pages%n", dates / pages.size(), titles / pages.size(), pages.size());
  }

  private static void body(String name, List<Gold> pages, Function<Gold, String> reader) {
    long start = System.nanoTime();
    Map<String, Double> scores = GoldPages.bodies(pages, reader);
    double mean = scores.values().stream().mapToDouble(f -> f).average().orElse(0);
    long whole = scores.values().stream().filter(f -> f > 0.95).count();
    long lost = scores.values().stream().filter(f -> f < 0.5).count();
    System.out.printf(Locale.ROOT, "%-30s body F1 %.3f  above 0.95: %d  below 0.5: %d  (%.1f ms a page)%n", name, mean, whole, lost, (System.nanoTime() - start) / 1e6 / pages.size());
  }

  private static String html(Gold gold) {
    return PageDecoder.decode(gold.bytes(), null).text();
  }

  private static Article read(Gold gold) {
    return HtmlReader.read(html(gold), new HtmlReader.Origin(gold.url(), null, null, gold.page()));
  }

  private static String running(Article article) {
    StringBuilder text = new StringBuilder(article.text());
    for (Furniture piece : article.markup().furniture().reversed()) {
      text.delete(piece.span().start(), piece.span().end());
    }
    return text.toString();
  }

  private static String readability(Gold gold) {
    String text = new Readability4J(gold.url(), html(gold)).parse().getTextContent();
    return text == null ? "" : text;
  }

  private static String boilerpipe(Gold gold, BoilerpipeExtractor extractor) {
    try {
      return extractor.getText(html(gold));
    } catch (Exception e) {
      return "";
    }
  }
}
