/**
 * Lists of articles that outlets publish: RSS 1 and 2, Atom, sitemaps and news sitemaps, also
 * gzipped. Document types and external entities are never read.
 */
@NullMarked
package org.isnad.io.feed;

import org.jspecify.annotations.NullMarked;
