/**
 * Characters and ranges: what the rest of the program knows about text as text.
 *
 * <p>A string comes in as it was given; out go {@link org.isnad.core.text.Span spans} over it and a
 * {@link org.isnad.core.text.NormalText} in which spelling variants look alike while every offset
 * still leads back to the given string. Nothing here can fail: any string is valid input.
 */
@NullMarked
package org.isnad.core.text;

import org.jspecify.annotations.NullMarked;
