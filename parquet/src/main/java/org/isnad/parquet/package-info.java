/**
 * Incidents as Parquet, with the columns of the table. It is a service of {@link
 * org.isnad.export.ExportFormat}: where its jar and libraries lie on the class path, {@code isnad
 * export --format parquet} finds it. Rows are written in groups of a few megabytes, so that any
 * number of them takes the same memory.
 */
@NullMarked
package org.isnad.parquet;

import org.jspecify.annotations.NullMarked;
