package org.isnad.io;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.isnad.core.article.Article;
import org.isnad.core.article.Provenance;
import org.isnad.io.feed.Feed;
import org.isnad.io.html.HtmlReader;
import org.isnad.io.html.PageDecoder;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Tells pages from texts and reads the article on one. */
final class Pages {

  private static final String[] NAMES = {".html", ".htm", ".xhtml", ".shtml"};

  private static final String[] OPENINGS = {
    "<!doctype html", "<html", "<head", "<body", "<meta ", "<!-- saved from url"
  };

  private Pages() {}

  /**
   * Whether a file is a page.
   *
   * @param name its name
   * @param head its first bytes
   */
  static boolean isPage(String name, byte[] head) {
    String lower = name.toLowerCase(Locale.ROOT);
    lower = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    for (String ending : NAMES) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    String start =
        new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
    int tag = start.indexOf('<');
    if (tag < 0 || !start.substring(0, tag).chars().allMatch(c -> c <= ' ' || c >= 0x80)) {
      return false;
    }
    for (String opening : OPENINGS) {
      if (start.startsWith(opening, tag)) {
        return true;
      }
    }
    return start.startsWith("<?xml", tag) && start.contains("<html");
  }

  /**
   * The article on a page, or null where it tells no story.
   *
   * @param charset the encoding that the server named, or null
   */
  static @Nullable Article read(byte[] bytes, @Nullable String charset, HtmlReader.Origin origin) {
    return HtmlReader.read(PageDecoder.decode(bytes, charset).text(), origin);
  }

  /** The article that a feed's entry carries, or null where it carries only a summary or none. */
  static @Nullable Article read(Feed.Entry entry, @Nullable String outlet, Provenance provenance) {
    if (entry.content() == null) {
      return null;
    }
    String title = entry.title() == null ? "" : Entities.escape(entry.title());
    String html = "<h1>" + title + "</h1><article>" + entry.content() + "</article>";
    Article page =
        HtmlReader.read(html, new HtmlReader.Origin(entry.url(), null, provenance, entry.url()));
    if (page == null) {
      return null;
    }
    LocalDate day =
        entry.published() == null
            ? page.published()
            : entry.published().atZone(ZoneOffset.UTC).toLocalDate();
    return new Article(
        page.id(),
        page.text(),
        page.title(),
        outlet != null ? outlet : page.outlet(),
        entry.url(),
        day,
        null,
        page.language(),
        page.markup(),
        provenance);
  }
}
