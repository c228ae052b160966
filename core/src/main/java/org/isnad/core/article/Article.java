package org.isnad.core.article;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One news text from one outlet (codebook section 1), as it was given.
 *
 * @param id under what name it is known
 * @param text the whole text, furniture included; offsets everywhere refer to it
 * @param title the headline where the input gives it apart from the text
 * @param outlet who published it, as the input names it
 * @param url where it was published
 * @param published the publication date that the input declares; it may be wrong
 * @param retrieved the day on which the page was fetched, where the input says so
 * @param language BCP 47, {@code ar} unless the input says otherwise
 * @param markup what the page's mark-up says of the text
 * @param provenance where its bytes came from, where it was captured from a page
 */
public record Article(
    ArticleId id,
    String text,
    @Nullable String title,
    @Nullable String outlet,
    @Nullable String url,
    @Nullable LocalDate published,
    @Nullable LocalDate retrieved,
    String language,
    Markup markup,
    @Nullable Provenance provenance) {

  /** An article of a text without mark-up. */
  public Article(
      ArticleId id,
      String text,
      @Nullable String title,
      @Nullable String outlet,
      @Nullable String url,
      @Nullable LocalDate published,
      @Nullable LocalDate retrieved,
      String language) {
    this(id, text, title, outlet, url, published, retrieved, language, Markup.NONE, null);
  }

  /** An article of which only the text is known. */
  public static Article of(String id, String text) {
    return new Article(new ArticleId(id), text, null, null, null, null, null, "ar");
  }

  /** The same article with a declared publication date. */
  public Article publishedOn(LocalDate date) {
    return new Article(id, text, title, outlet, url, date, retrieved, language, markup, provenance);
  }

  /** The same article under another name. */
  public Article named(ArticleId name) {
    return new Article(
        name, text, title, outlet, url, published, retrieved, language, markup, provenance);
  }
}
