/**
 * The formats of the knowledge files, parsed from lines, never from files.
 *
 * <p>In come named lines; out come a {@link org.isnad.core.lexicon.Lexicon} that answers which list
 * entries a word can be, and example corpora. What is wrong in a file fails here, when it is
 * loaded, with file and line ({@link org.isnad.core.lexicon.DataException}), never later in an
 * article.
 */
@NullMarked
package org.isnad.core.lexicon;

import org.jspecify.annotations.NullMarked;
