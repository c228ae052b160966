package org.isnad.io.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.isnad.core.article.Article;
import org.isnad.core.article.ArticleId;
import org.isnad.core.article.Markup;
import org.isnad.core.article.Provenance;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article on a page: headline, paragraphs, outlet, byline, publication date, address,
 * language. Captions, credits, posts and headlines of other stories stay in the text as marked
 * furniture. Example: {@code HtmlReader.read("<h1>…</h1><p>…</p>", origin)}. Stateless.
 */
public final class HtmlReader {

  /** Deepest nesting kept; deeper elements become siblings. Pages of news end near 60. */
  private static final int DEEPEST = 256;

  /** Shortest text of a JSON-LD body that stands in for a page written by scripts. */
  private static final int SHORTEST_BODY = 80;

  private HtmlReader() {}

  /**
   * Where a page came from.
   *
   * @param url the address it was fetched from, or null
   * @param captured the day it was fetched, or null
   * @param provenance its bytes, or null
   * @param name the article's name where the page has no address
   */
  public record Origin(
      @Nullable String url,
      @Nullable LocalDate captured,
      @Nullable Provenance provenance,
      String name) {}

  /** The article on a page, or null where the page tells no story. */
  public static @Nullable Article read(String html, Origin origin) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    Document page = parser.parseInput(html, origin.url() == null ? "" : origin.url());
    Metadata head = new MetadataReader(page).read(origin.url());
    Layout layout = new Layout(Blocks.of(page));
    List<Element> roots = new StoryFinder(layout).find();
    List<Element> headings = headings(page, layout);
    String title =
        Titles.choose(headings.stream().map(Element::text).toList(), head.titles(), head.site());
    int headline = order(layout, title);
    StoryText story = new StoryReader(layout, roots, title).read(headline);
    boolean told = story.prose() > 0;
    String body = head.body();
    if (!told && (body == null || body.length() < SHORTEST_BODY)) {
      return null;
    }
    int first = first(layout, roots);
    return article(
        head,
        title,
        told ? story : plain(body),
        dates(layout, head, headline, first, origin),
        origin);
  }

  private static StoryText plain(@Nullable String body) {
    StoryText story = new StoryText();
    if (body != null) {
      body.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(story::line);
    }
    return story;
  }

  /** The headings that may be the headline: those of the first rank outside dropped parts first. */
  private static List<Element> headings(Document page, Layout layout) {
    List<Element> headings = new ArrayList<>();
    for (String rank : new String[] {"[itemprop=headline]", "h1", "h2", "h3"}) {
      for (Element heading : page.select(rank)) {
        boolean other = layout.part(heading).isDropped();
        if (!other && !heading.text().isBlank() && headings.size() < 50) {
          headings.add(heading);
        }
      }
    }
    return headings;
  }

  private static int order(Layout layout, @Nullable String title) {
    if (title == null) {
      return -1;
    }
    String normal = PageWords.normal(title);
    int found = -1;
    for (Block block : layout.blocks()) {
      if (PageWords.normal(block.text()).equals(normal)) {
        boolean heading = block.element().normalName().matches("h[1-6]");
        if (heading) {
          return block.order();
        }
        found = found < 0 && !layout.part(block).isDropped() ? block.order() : found;
      }
    }
    return found;
  }

  private static int first(Layout layout, List<Element> roots) {
    for (Block block : layout.blocks()) {
      for (Element e = block.element(); e != null; e = e.parent()) {
        if (roots.contains(e)) {
          return block.order();
        }
      }
    }
    return 0;
  }

  private static List<DateCandidate> dates(
      Layout layout, Metadata head, int headline, int first, Origin origin) {
    List<DateCandidate> dates = new ArrayList<>(head.dates());
    dates.addAll(DateLines.find(layout, headline, first));
    String url = origin.url() == null ? head.canonical() : origin.url();
    DateCandidate path = Addresses.date(url);
    if (path != null) {
      dates.add(path);
    }
    return dates;
  }

  private static Article article(
      Metadata head,
      @Nullable String title,
      StoryText story,
      List<DateCandidate> dates,
      Origin origin) {
    PageDate date = PageDate.of(dates, origin.captured());
    String url = head.canonical() != null ? head.canonical() : origin.url();
    String site = head.site() != null ? head.site() : Addresses.host(url);
    return new Article(
        new ArticleId(origin.name()),
        story.text(),
        title,
        site,
        url,
        date == null ? null : date.date(),
        origin.captured(),
        Languages.of(head.language(), story.text()),
        new Markup(
            story.furniture(), story.posts(), head.byline(), date == null ? null : date.source()),
        origin.provenance());
  }
}
