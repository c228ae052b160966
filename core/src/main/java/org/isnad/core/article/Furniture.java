package org.isnad.core.article;

import org.isnad.core.text.Span;

/**
 * A stretch of the page that is not the article's own running text (codebook section 1). It is kept
 * and marked; no report is coded from it.
 *
 * @param span where it stands
 * @param kind what it is
 * @param rule which rule or list entry recognised it
 */
public record Furniture(Span span, Kind kind, String rule) {

  /** Kinds of furniture, named as in the published schema. */
  public enum Kind {
    /** Site header, date line of the page, section names. */
    HEADER,
    /** Share buttons and their counters. */
    SHARE,
    /** Headlines of other articles, "read also" blocks and what follows them. */
    RELATED,
    /** What describes a picture. */
    CAPTION,
    /** Bylines, photo and agency credits. */
    CREDIT,
    /** A post of a social network set into the page. */
    EMBED,
    /** Menus, tags, "read more". */
    NAVIGATION,
    /** Anything else, such as summary boxes that repeat the body. */
    OTHER
  }
}
