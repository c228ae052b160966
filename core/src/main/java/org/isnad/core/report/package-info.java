/**
 * One article's assertion that an event happened: what, when, where, who, with what, how many, and
 * who says so (codebook sections 1 to 9).
 *
 * <p>In come the mentions of an article; out go {@link org.isnad.core.report.EventReport}s whose
 * times are still words. A sentence that cannot be read yields no report; it never stops the
 * article.
 */
@NullMarked
package org.isnad.core.report;

import org.jspecify.annotations.NullMarked;
