/**
 * Capture in, records out: reads articles from files and folders, and writes what was read from
 * them.
 *
 * <p>A bad input is one {@link org.isnad.core.pipeline.Problem} with its place and reason; the
 * others are read all the same.
 */
@NullMarked
package org.isnad.io;

import org.jspecify.annotations.NullMarked;
