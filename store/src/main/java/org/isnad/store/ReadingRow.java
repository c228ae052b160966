package org.isnad.store;

/**
 * What was read in an article.
 *
 * @param article its id
 * @param json the reading, its times still in words
 */
public record ReadingRow(String article, String json) {}
