/** The command line: every command is a thin shell around a verb of {@code app}. */
@NullMarked
package org.isnad.cli;

import org.jspecify.annotations.NullMarked;
