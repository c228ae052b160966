package org.isnad.core.report;

import org.isnad.core.mention.Quantity;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * With what (codebook section 7).
 *
 * @param kind {@code rocket, missile, drone, …}
 * @param model make or calibre as written, or null
 * @param count how many, or null
 * @param span where it stands, or null where the event word implies it
 */
public record Weapon(
    String kind, @Nullable String model, @Nullable Quantity count, @Nullable Span span) {}
