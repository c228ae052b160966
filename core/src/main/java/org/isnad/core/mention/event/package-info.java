/**
 * Finds the words that name, carry or follow an event: verbs, verbal nouns, participles, and the
 * light verbs that carry a noun.
 *
 * <p>In comes an analysed sentence; out come {@link org.isnad.core.mention.event.EventWord}s in
 * text order. Whether they add up to an event is decided in {@code report}.
 */
@NullMarked
package org.isnad.core.mention.event;

import org.jspecify.annotations.NullMarked;
