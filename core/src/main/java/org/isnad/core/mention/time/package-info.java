/**
 * Finds expressions of time by the rules of the folder {@code time} and says what they mean,
 * relative to a clock that is not known yet.
 */
@NullMarked
package org.isnad.core.mention.time;

import org.jspecify.annotations.NullMarked;
