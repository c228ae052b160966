/**
 * What was captured, what was printed, and what on the page is not the outlet's own running text.
 *
 * <p>A shell turns bytes into {@link org.isnad.core.article.Article}s; everything downstream reads
 * the article's text as it was given and never changes it.
 */
@NullMarked
package org.isnad.core.article;

import org.jspecify.annotations.NullMarked;
