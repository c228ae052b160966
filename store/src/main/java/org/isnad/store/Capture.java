package org.isnad.store;

import org.isnad.core.article.Article;

/**
 * An article with the name of its text by content.
 *
 * @param article as it was given
 * @param hash SHA-256 of the text, in hex
 */
public record Capture(Article article, String hash) {}
