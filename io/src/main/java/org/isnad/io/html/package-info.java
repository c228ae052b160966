/**
 * HTML pages in, articles out.
 *
 * <p>{@link org.isnad.io.html.PageDecoder} turns bytes into characters whatever the page declares.
 * The page is parsed to a bounded depth and never run. {@link org.isnad.io.html.HtmlReader} then
 * reads what the page says of itself ({@link org.isnad.io.html.Metadata}), cuts it into blocks,
 * finds the element that holds the story and says of every block in it what it is: running text,
 * caption, post, headline of another story. Of what is not running text, captions, credits and
 * posts stay in the article's text as marked furniture; menus, share rows and comments do not,
 * since the page's bytes are kept by whoever captured it.
 *
 * <p>A page without a story is null, never an exception.
 */
@NullMarked
package org.isnad.io.html;

import org.jspecify.annotations.NullMarked;
