/**
 * The stages over archives, on Spark: the very functions that the local run calls, joined by
 * shuffles instead of maps, so that the same incidents come out.
 *
 * <p>Every stage writes Parquet and can be stopped: one whose output is complete and whose inputs
 * are the same is passed over by the next start. What many articles share (a bulletin's phrases, a
 * story with ten thousand copies) is spread by salts, and pairs are kept few as they are locally.
 */
@NullMarked
package org.isnad.spark;

import org.jspecify.annotations.NullMarked;
