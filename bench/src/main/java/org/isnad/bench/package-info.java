/**
 * Measurements: how fast each stage is beside Lucene's Arabic analysis of the same text, and what
 * copies cost over a whole file. Nothing of it is shipped.
 */
@NullMarked
package org.isnad.bench;

import org.jspecify.annotations.NullMarked;
