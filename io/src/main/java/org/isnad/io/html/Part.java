package org.isnad.io.html;

/** What an element of a page holds, by its tag, role and names. */
enum Part {
  /** Nothing is known. */
  PLAIN,
  /** The story. */
  BODY,
  /** Describes a picture. */
  CAPTION,
  /** Who took a picture or owns it. */
  CREDIT,
  /** Who signed the story. */
  BYLINE,
  /** When it was published. */
  DATE,
  /** A standfirst above the story. */
  LEAD,
  /** A post of a social network. */
  POST,
  /** Other stories. */
  RELATED,
  /** Buttons that share, print, enlarge. */
  SHARE,
  /** Keywords. */
  TAGS,
  /** Readers' comments. */
  COMMENTS,
  /** Questions about cookies and consent. */
  COOKIE,
  /** Menus, boxes, advertising. */
  NAVIGATION;

  /** Whether nothing in it belongs to the article. */
  boolean isDropped() {
    return switch (this) {
      case RELATED, SHARE, TAGS, COMMENTS, COOKIE, NAVIGATION -> true;
      case PLAIN, BODY, CAPTION, CREDIT, BYLINE, DATE, LEAD, POST -> false;
    };
  }
}
