package org.isnad.store;

import org.isnad.core.incident.Decision;

/**
 * A decision that was taken down.
 *
 * @param decision with its id
 * @param relink whether reports have to be linked anew before it shows
 */
public record Decided(Decision decision, boolean relink) {}
