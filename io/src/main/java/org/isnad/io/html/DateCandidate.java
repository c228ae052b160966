package org.isnad.io.html;

import org.isnad.core.article.Markup.DateSource;

/**
 * A publication date as one part of a page gives it.
 *
 * @param day what it says
 * @param source where it stands
 */
record DateCandidate(DateText.Day day, DateSource source) {}
