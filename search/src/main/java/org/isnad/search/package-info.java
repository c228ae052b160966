/**
 * Search over articles, reports and incidents, in Arabic and English.
 *
 * <p>{@link org.isnad.search.SearchDocument Documents} come in, each with its text and what it can
 * be narrowed by; they go into a Lucene index that can always be made anew. A {@link
 * org.isnad.search.SearchQuery} is read by the same analysis as the texts, names are widened to all
 * their names in both scripts by the registers of parties and places, and out come hits with the
 * found words marked in the text as it was given, and counts to narrow by. What can go wrong is the
 * index: missing, made for other data, or damaged; {@link org.isnad.search.SearchIndex} says so and
 * makes it anew.
 */
@NullMarked
package org.isnad.search;

import org.jspecify.annotations.NullMarked;
