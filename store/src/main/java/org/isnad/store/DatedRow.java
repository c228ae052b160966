package org.isnad.store;

/**
 * An article with its days.
 *
 * @param article its id
 * @param family a fingerprint of all but its reading that its days depend on
 * @param record what was kept of it
 */
public record DatedRow(String article, String family, byte[] record) {}
