/**
 * Publication windows from internal evidence (codebook section 10), and every time expression
 * against its clock (section 5).
 *
 * <p>In come readings and their lineage; out go dated readings. What contradicts the rest is set
 * aside and shown, never smoothed away.
 */
@NullMarked
package org.isnad.core.dating;

import org.jspecify.annotations.NullMarked;
