/**
 * Finds words that name weapons.
 *
 * <p>In come an analysed text and the numbers found in it; out come {@link
 * org.isnad.core.mention.WeaponMention}s by the kinds of codebook section 7, with make and number
 * where the text gives them. Words that only look like a weapon (a march of people, a civil
 * aircraft, a ceasefire) are listed as such and yield nothing.
 */
@NullMarked
package org.isnad.core.mention.weapon;

import org.jspecify.annotations.NullMarked;
