/**
 * Archives of pages: WARC files as crawlers write them, WACZ, zip and tar.
 *
 * <p>{@link org.isnad.io.archive.WarcFile} hands on every page that was captured, with its address,
 * time and place in the file. What is damaged is one problem with its offset, and the next record
 * that starts like one is read.
 */
@NullMarked
package org.isnad.io.archive;

import org.jspecify.annotations.NullMarked;
