/**
 * Finds numbers: digits and words, duals and indefinite words, with what blurs them (codebook
 * section 8).
 */
@NullMarked
package org.isnad.core.mention.count;

import org.jspecify.annotations.NullMarked;
