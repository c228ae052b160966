package org.isnad.core.mention;

import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Words that name a weapon.
 *
 * @param span where they stand
 * @param tokens the tokens covered
 * @param kind a kind of codebook section 7 ({@code rocket}, {@code car-bomb}, …)
 * @param model make or calibre as written, or null
 * @param count how many, or null
 * @param derivation the rule and list entries
 */
public record WeaponMention(
    Span span,
    TokenRange tokens,
    String kind,
    @Nullable String model,
    @Nullable Quantity count,
    Derivation derivation)
    implements Mention {}
