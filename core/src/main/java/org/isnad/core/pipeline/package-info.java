/**
 * The stages as pure functions, joined by whoever runs them: in memory, on disk or on a cluster.
 *
 * <p>Reading one article is a function of that article alone; when something happened is decided
 * only after it is known who copied whom. What goes wrong is a {@link
 * org.isnad.core.pipeline.Problem} beside the result, never an exception across a stage.
 */
@NullMarked
package org.isnad.core.pipeline;

import org.jspecify.annotations.NullMarked;
