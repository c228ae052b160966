/**
 * Which passages were copied from which article, and in which direction (codebook sections 9 and
 * 10).
 *
 * <p>Only texts come in, no mentions. The stage runs in four steps, each of which can stand alone:
 *
 * <ol>
 *   <li>{@link org.isnad.core.reuse.WordSequence}: the text as words whose spelling is folded;
 *       words that name a day become one token, so that "yesterday" for "today" breaks no match.
 *   <li>{@link org.isnad.core.reuse.Fingerprints} and {@link org.isnad.core.reuse.CandidateIndex}:
 *       winnowed five-word runs, and the pairs of articles that share enough of them.
 *   <li>{@link org.isnad.core.reuse.Alignment}: the exact spans of every shared passage of a pair.
 *   <li>{@link org.isnad.core.reuse.Lineage}: templates set aside, families, directions, and the
 *       innermost original of any stretch of text.
 * </ol>
 *
 * <p>Nothing here can fail on a text. What can go wrong is a wrong belief: a formula of office
 * taken for a copy, a direction taken from a wrong date. So every passage keeps its words and every
 * direction its evidence.
 */
@NullMarked
package org.isnad.core.reuse;

import org.jspecify.annotations.NullMarked;
