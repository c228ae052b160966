/** Tells in which language a text in Arabic letters is written. */
@NullMarked
package org.isnad.io.language;

import org.jspecify.annotations.NullMarked;
