package org.isnad.core.lexicon;

/**
 * A word form of an entry.
 *
 * @param entry whose form it is
 * @param features what its spelling shows
 */
public record Form(Entry entry, Features features) {}
