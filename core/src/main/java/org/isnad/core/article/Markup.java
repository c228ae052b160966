package org.isnad.core.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the mark-up of a page says of its article beyond the words: which lines are furniture, which
 * posts were set in, who signed it, and where the publication date was read from. Texts without
 * mark-up have {@link #NONE}.
 *
 * @param furniture captions, credits, related headlines, posts; spans of the article's text
 * @param posts posts of social networks in text order
 * @param byline who signed it, as printed
 * @param dateSource where the publication date stands, or null where it stands nowhere
 */
public record Markup(
    List<Furniture> furniture,
    List<Post> posts,
    @Nullable String byline,
    @Nullable DateSource dateSource) {

  /** Nothing is known. */
  public static final Markup NONE = new Markup(List.of(), List.of(), null, null);

  /** Copies the lists. */
  public Markup {
    furniture = List.copyOf(furniture);
    posts = List.copyOf(posts);
  }

  /** Where a page says when it was published, the most trustworthy first. */
  public enum DateSource {
    /** {@code datePublished} of schema.org, as JSON-LD. */
    JSON_LD,
    /** A {@code meta} element: OpenGraph, Dublin Core and their like, or microdata. */
    META,
    /** A {@code time} element beside the headline. */
    TIME,
    /** A date printed beside the headline. */
    VISIBLE,
    /** Year, month and day in the path of the address. */
    URL
  }
}
