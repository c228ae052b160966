/**
 * Incidents out, in the formats of the field, and edited tables back in.
 *
 * <p>{@link org.isnad.store.IncidentRecord Records} come one by one, in the order of their ids, and
 * are written at once, so that any number of them takes the same memory. {@link
 * org.isnad.export.IncidentColumns} says what a row of a table is; the formats of other data sets
 * are made from the same records, with their own ways of bringing differing tolls down to one. What
 * can go wrong is the file: it is written beside its place and moved there when it is whole. An
 * edited table comes back as decisions, row by row, and a row that fits nothing is one problem.
 */
@NullMarked
package org.isnad.export;

import org.jspecify.annotations.NullMarked;
