/**
 * What a span of an article refers to: times, places, numbers, parties, weapons, event words,
 * sources.
 *
 * <p>The types stand here; the finders that produce them stand in the packages below, one a kind.
 * Every mention says where it stands and which rule and list entries made it. Nothing is resolved
 * against a date here: when something happened is decided in {@code dating}, after it is known
 * whose words these are.
 */
@NullMarked
package org.isnad.core.mention;

import org.jspecify.annotations.NullMarked;
