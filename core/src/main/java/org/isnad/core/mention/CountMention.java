package org.isnad.core.mention;

import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A number of something: digits or words, a dual or a plural without a numeral.
 *
 * @param span where number and counted noun stand
 * @param tokens the tokens covered, counted noun included
 * @param quantity how many
 * @param kind cardinal, ordinal, percentage, or a number that counts nothing
 * @param headToken the token of the counted noun, or -1
 * @param headKey key of the counted noun's list entry, or null
 * @param derivation the rule and list entries
 */
public record CountMention(
    Span span,
    TokenRange tokens,
    Quantity quantity,
    Kind kind,
    int headToken,
    @Nullable String headKey,
    Derivation derivation)
    implements Mention {

  /** What the number is. */
  public enum Kind {
    /** How many of something. */
    CARDINAL,
    /** First, second, third. */
    ORDINAL,
    /** Per cent. */
    PERCENTAGE,
    /** Calibre, age, road, base or date number: counts nothing. */
    NOT_A_COUNT
  }
}
