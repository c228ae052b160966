package org.isnad.io.html;

import org.isnad.core.article.Post;
import org.isnad.core.text.Span;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads who wrote a post that was set into a page, when, and where it stands. */
final class Posts {

  private Posts() {}

  /** The outermost element of the post around an element, or null where there is none. */
  static @Nullable Element around(Element element) {
    Element found = null;
    for (Element e = element; e != null; e = e.parent()) {
      if (PartNames.of(e) == Part.POST) {
        found = e;
      }
    }
    return found;
  }

  /** A post that stands at {@code span} of the article's text. */
  static Post read(Element post, Span span) {
    String url = address(post);
    return new Post(span, Addresses.host(url), author(post), posted(post), url);
  }

  /** Its own address: as the element says, else its last link that goes to a post. */
  private static @Nullable String address(Element post) {
    for (String name : new String[] {"cite", "data-instgrm-permalink", "data-href"}) {
      if (post.attr(name).startsWith("http")) {
        return post.attr(name);
      }
    }
    String last = null;
    for (Element link : post.getElementsByTag("a")) {
      String href = link.attr("href");
      boolean own =
          href.startsWith("http") && !href.contains("/hashtag/") && !href.contains("t.co/");
      last = own ? href : last;
    }
    return last;
  }

  /** The handle in the signature, else the name on it. */
  private static @Nullable String author(Element post) {
    String text = post.text();
    int at = text.lastIndexOf("(@");
    int end = at < 0 ? -1 : text.indexOf(')', at);
    if (end > at) {
      return text.substring(at + 1, end).strip();
    }
    Element named = post.selectFirst("[class*=author], [class*=user], [class*=name], cite");
    return named == null || named.text().isBlank() ? null : named.text();
  }

  private static java.time.@Nullable LocalDate posted(Element post) {
    Element time = post.selectFirst("time[datetime]");
    DateText.Day day = time == null ? null : DateText.read(time.attr("datetime"));
    if (day != null) {
      return day.date();
    }
    Element last = post.getElementsByTag("a").last();
    day = last == null ? null : DateText.read(last.text());
    if (day == null) {
      String text = post.text();
      int dash = text.lastIndexOf('\u2014');
      day = DateText.read(dash < 0 ? text : text.substring(dash));
    }
    return day == null ? null : day.date();
  }
}
