/**
 * The pages in a real browser, in both languages.
 *
 * <p>Each check is a class whose {@code findings} say what is wrong with a page, and a test of it:
 * the real pages have no findings, and pages that were spoilt on purpose have some. So a check that
 * sees nothing any more is noticed. {@link org.isnad.browser.Workspace} makes a store of invented
 * articles and serves it; {@link org.isnad.browser.Chromium} starts the browser once for all tests.
 */
@NullMarked
package org.isnad.browser;

import org.jspecify.annotations.NullMarked;
