package org.isnad.io.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isnad.core.article.Markup.DateSource;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads {@link Metadata}: JSON-LD, OpenGraph, Dublin Core, microdata and the older names. */
final class MetadataReader {

  /** Names of {@code meta} elements that carry the publication date, in the order of trust. */
  private static final List<String> DATES =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "og:published_time",
          "datepublished",
          "article.published",
          "parsely-pub-date",
          "sailthru.date",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "publication_date",
          "published_time",
          "dc.date.issued",
          "dcterms.issued",
          "dc.date",
          "dcterms.date",
          "dcterms.created",
          "dc.date.created",
          "article_date_original",
          "articlepubdate",
          "cxenseparse:recs:publishtime",
          "date",
          "release_date",
          "citation_publication_date",
          "displaydate",
          "timestamp");

  private static final List<String> BYLINES =
      List.of(
          "article:author",
          "author",
          "dc.creator",
          "parsely-author",
          "sailthru.author",
          "byl",
          "dcterms.creator",
          "twitter:creator");

  private final Document page;
  private final @Nullable JsonLd linked;

  MetadataReader(Document page) {
    this.page = page;
    this.linked = JsonLd.of(page);
  }

  /**
   * Reads the head.
   *
   * @param url where the page was fetched, or null
   */
  Metadata read(@Nullable String url) {
    return new Metadata(
        titles(), site(), byline(), canonical(url), language(), dates(), linked("articleBody"));
  }

  private List<String> titles() {
    List<String> titles = new ArrayList<>();
    add(titles, linked("headline"));
    add(titles, meta("og:title"));
    add(titles, meta("twitter:title"));
    add(titles, page.title().strip());
    return titles;
  }

  private static void add(List<String> titles, @Nullable String title) {
    if (title != null && !title.isBlank()) {
      titles.add(title);
    }
  }

  private @Nullable String site() {
    String name = meta("og:site_name");
    name = name != null ? name : linked("publisher");
    name = name != null ? name : meta("application-name");
    return name == null || name.startsWith("http") ? null : name;
  }

  private @Nullable String byline() {
    String name = linked("author");
    for (int i = 0; i < BYLINES.size() && (name == null || isAddress(name)); i++) {
      name = meta(BYLINES.get(i));
    }
    return name == null || isAddress(name) ? null : name;
  }

  private static boolean isAddress(String name) {
    return name.startsWith("http") || name.startsWith("/") || name.startsWith("#");
  }

  private @Nullable String canonical(@Nullable String url) {
    Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
    String address = link == null ? meta("og:url") : link.attr("href");
    return address == null ? null : Addresses.absolute(url, address);
  }

  private @Nullable String language() {
    Element root = page.selectFirst("html");
    String language = root == null ? "" : root.attr("lang") + root.attr("xml:lang");
    language = root != null && root.hasAttr("lang") ? root.attr("lang") : language;
    if (language.isBlank()) {
      String given = linked("inLanguage");
      language = given != null ? given : or(meta("og:locale"), or(meta("content-language"), ""));
    }
    return language.isBlank() ? null : language.strip().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private static String or(@Nullable String first, String second) {
    return first == null ? second : first;
  }

  private List<DateCandidate> dates() {
    List<DateCandidate> dates = new ArrayList<>();
    add(dates, linked("datePublished"), DateSource.JSON_LD);
    for (String name : DATES) {
      add(dates, meta(name), DateSource.META);
    }
    Element item = page.selectFirst("[itemprop=datePublished]");
    if (item != null) {
      String value = item.hasAttr("content") ? item.attr("content") : item.attr("datetime");
      add(dates, value, DateSource.META);
    }
    add(dates, linked("dateCreated"), DateSource.JSON_LD);
    return dates;
  }

  static void add(List<DateCandidate> dates, @Nullable String text, DateSource source) {
    DateText.Day day = text == null || text.isBlank() ? null : DateText.read(text);
    if (day != null) {
      dates.add(new DateCandidate(day, source));
    }
  }

  private @Nullable String linked(String property) {
    return linked == null ? null : linked.text(property);
  }

  /** The content of the first {@code meta} element of that name, property or item, or null. */
  private @Nullable String meta(String name) {
    for (Element meta : page.getElementsByTag("meta")) {
      boolean named =
          meta.attr("property").equalsIgnoreCase(name)
              || meta.attr("name").equalsIgnoreCase(name)
              || meta.attr("itemprop").equalsIgnoreCase(name)
              || meta.attr("http-equiv").equalsIgnoreCase(name);
      if (named && !meta.attr("content").isBlank()) {
        return meta.attr("content").strip();
      }
    }
    return null;
  }
}
