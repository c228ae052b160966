/**
 * Sentences and tokens, clitics taken off, and what each token is known as.
 *
 * <p>In comes an article; out comes an {@link org.isnad.core.analysis.AnalyzedArticle}. Any text
 * can be analysed; unknown words stay whole.
 */
@NullMarked
package org.isnad.core.analysis;

import org.jspecify.annotations.NullMarked;
