package org.isnad.core.report;

import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * One figure as one speaker gives it.
 *
 * @param slot killed, injured, attackers killed, weapons or count
 * @param value the figure
 * @param chain index into the report's chains, or null where the outlet narrates
 * @param span where it stands
 */
public record Figure(Chain.Slot slot, Toll value, @Nullable Integer chain, @Nullable Span span) {}
