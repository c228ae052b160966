package org.isnad.store;

import org.jspecify.annotations.Nullable;

/**
 * A line of the log of changes.
 *
 * @param seq counts the changes from 1 without gaps, in the order in which they came to be seen
 * @param kind {@code created}, {@code revised}, {@code merged}, {@code split} or {@code retracted}
 * @param incident its id
 * @param version the version that the change made
 * @param changedAt moment, ISO 8601
 * @param cause {@code run}, or the id of the decision
 * @param before values that differ, as they were, as a JSON object; null for a new incident
 * @param after the same, as they are now
 */
public record ChangeRow(
    long seq,
    String kind,
    String incident,
    int version,
    String changedAt,
    String cause,
    @Nullable String before,
    @Nullable String after) {}
