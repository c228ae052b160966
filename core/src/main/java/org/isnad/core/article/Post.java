package org.isnad.core.article;

import java.time.LocalDate;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A post of a social network that was set into a page. Its words stand in the article's text,
 * marked as {@link Furniture.Kind#EMBED}.
 *
 * @param span where it stands in the article's text
 * @param network the network by its address, such as {@code twitter.com}
 * @param author name or handle, as printed
 * @param posted the day on it
 * @param url its own address
 */
public record Post(
    Span span,
    @Nullable String network,
    @Nullable String author,
    @Nullable LocalDate posted,
    @Nullable String url) {}
