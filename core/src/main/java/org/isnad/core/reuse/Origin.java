package org.isnad.core.reuse;

import org.isnad.core.article.ArticleId;
import org.isnad.core.text.Span;

/**
 * A text from which a stretch of another may stem.
 *
 * @param article the article that may have had it first
 * @param span where it stands there
 * @param certain whether the direction is known on every step that leads there
 * @param reason why it is thought so, in a sentence
 */
public record Origin(ArticleId article, Span span, boolean certain, String reason) {}
