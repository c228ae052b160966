package org.isnad.io.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  /** Deepest nesting kept; deeper elements become siblings. Pages of news end near 60. */
  private static final int DEEPEST = 256;

  /** Shortest text of a JSON-LD body that stands in for a page written by scripts. */
  private static final int SHORTEST_BODY = 80;

  private static final int MOST_HEADINGS = 50;

  /** Lines above the first paragraph among which the headline is looked for. */
  private static final int LINES_ABOVE = 6;

  /** In words; headlines of Arabic sites have 5 to 20. */
  private static final int LONGEST_HEADLINE = 22;

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

  /** The host of an address without {@code www.}, as outlets without a name are known; or null. */
  public static @Nullable String host(@Nullable String url) {
    return Addresses.host(url);
  }

  /** The article on a page, or null where the page tells no story. */
  public static @Nullable Article read(String html, Origin origin) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    Document page = parser.parseInput(html, origin.url() == null ? "" : origin.url());
    Metadata head = new MetadataReader(page).read(origin.url());
    Layout layout = new Layout(Blocks.of(page));
    List<Element> roots = new StoryFinder(layout).find();
    int first = first(layout, roots);
    String title = Titles.choose(headings(page, layout, first), head.titles(), head.site());
    int headline = order(layout, title);
    StoryText story = new StoryReader(layout, roots, title).read(headline);
    boolean told = story.prose() > 0;
    String body = head.body();
    if (!told && (body == null || body.length() < SHORTEST_BODY)) {
      return null;
    }
    String byline = head.byline() != null ? head.byline() : Bylines.printed(page, layout);
    StoryText text = told ? story : plain(body);
    List<DateCandidate> dates = dates(layout, head, headline, first, origin);
    return article(head, title, byline, text, dates, origin);
  }

  private static StoryText plain(@Nullable String body) {
    StoryText story = new StoryText();
    if (body != null) {
      body.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(story::line);
    }
    return story;
  }

  /**
   * What may be the headline: headings outside dropped parts by rank, then short lines above the
   * first paragraph.
   */
  private static List<String> headings(Document page, Layout layout, int first) {
    List<String> headings = new ArrayList<>();
    for (String rank : new String[] {"[itemprop=headline]", "h1", "h2", "h3"}) {
      for (Element heading : page.select(rank)) {
        boolean other = layout.part(heading).isDropped();
        if (!other && !heading.text().isBlank() && headings.size() < MOST_HEADINGS) {
          headings.add(heading.text());
        }
      }
    }
    linesAbove(layout, first, headings);
    return headings;
  }

  /** The lines above the first paragraph that are no links, nearest first. */
  private static void linesAbove(Layout layout, int first, List<String> lines) {
    int prose = first;
    while (prose < layout.blocks().size() && !isParagraph(layout.blocks().get(prose))) {
      prose++;
    }
    for (int i = prose - 1; i >= Math.max(0, prose - LINES_ABOVE); i--) {
      Block block = layout.blocks().get(i);
      boolean plain = !layout.part(block).isDropped() && block.linkChars() == 0;
      if (plain && !DateLines.isDate(block.text())) {
        lines.add(block.text());
      }
    }
  }

  /** Prose that is longer than headlines are or ends like a sentence. */
  private static boolean isParagraph(Block block) {
    return block.isProse() && (block.words() > LONGEST_HEADLINE || block.endsWithStop());
  }

  private static int order(Layout layout, @Nullable String title) {
    if (title == null) {
      return -1;
    }
    String normal = PageWords.normal(title);
    int found = -1;
    for (Block block : layout.blocks()) {
      if (PageWords.normal(block.text()).equals(normal)) {
        boolean heading = HEADINGS.contains(block.element().normalName());
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
      @Nullable String byline,
      StoryText story,
      List<DateCandidate> dates,
      Origin origin) {
    PageDate date = PageDate.of(dates, origin.captured());
    String url = head.canonical() != null ? head.canonical() : origin.url();
    String named = head.site() != null ? head.site() : Titles.site(title, head.titles());
    String site = named != null ? named : Addresses.host(url);
    return new Article(
        new ArticleId(origin.name()),
        story.text(),
        title,
        site,
        url,
        date == null ? null : date.date(),
        origin.captured(),
        Languages.of(head.language(), story.text()),
        new Markup(story.furniture(), story.posts(), byline, date == null ? null : date.source()),
        origin.provenance());
  }
}
