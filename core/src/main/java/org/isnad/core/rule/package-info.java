/**
 * The pattern language over tokens and lists, its matcher, and the trace of a match.
 *
 * <p>Rules are data: a file of them is parsed into a {@link org.isnad.core.rule.RuleSet}, and the
 * {@link org.isnad.core.rule.Matcher} runs it over an analysed text. A rule that cannot be read
 * fails when it is loaded, with file and line; a match cannot fail.
 */
@NullMarked
package org.isnad.core.rule;

import org.jspecify.annotations.NullMarked;
