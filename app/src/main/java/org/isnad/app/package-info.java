/** The verbs that shells share: read a collection, link it, write it. */
@NullMarked
package org.isnad.app;

import org.jspecify.annotations.NullMarked;
