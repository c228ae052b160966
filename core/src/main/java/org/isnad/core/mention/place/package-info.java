/**
 * Finds the places that a text names and settles which place of that name is meant.
 *
 * <p>In comes an analysed text; out come {@link org.isnad.core.mention.PlaceMention}s. A name that
 * nothing settles stays a name without coordinates, with its reason.
 */
@NullMarked
package org.isnad.core.mention.place;

import org.jspecify.annotations.NullMarked;
