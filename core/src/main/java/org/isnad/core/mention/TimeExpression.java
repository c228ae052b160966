package org.isnad.core.mention;

import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that say when, not yet read against any clock.
 *
 * @param span where they stand
 * @param tokens the tokens covered
 * @param value what they mean relative to a clock
 * @param partOfDay {@code dawn, morning, noon, afternoon, evening, night}, or null
 * @param derivation the rule and list entries
 */
public record TimeExpression(
    Span span,
    TokenRange tokens,
    TimeValue value,
    @Nullable String partOfDay,
    Derivation derivation)
    implements Mention {}
