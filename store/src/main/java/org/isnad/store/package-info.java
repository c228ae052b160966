/**
 * The embedded store: articles as they were captured, and what was last made of them.
 *
 * <p>Articles come in by batches, each one transaction. Everything else is derived from the stored
 * articles and replaced in one transaction, so a run that was killed at any moment leaves a store
 * that the same run, repeated, brings to the same content.
 */
@NullMarked
package org.isnad.store;

import org.jspecify.annotations.NullMarked;
