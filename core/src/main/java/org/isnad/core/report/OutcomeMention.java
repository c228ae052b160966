package org.isnad.core.report;

import org.isnad.core.mention.TokenRange;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;

/**
 * Words that say what became of an attack.
 *
 * @param outcome what became of it
 * @param strength how directly they say it
 * @param tokens the tokens covered
 * @param span where they stand
 * @param derivation the list entry
 */
public record OutcomeMention(
    Outcome outcome, Strength strength, TokenRange tokens, Span span, Derivation derivation) {

  /** How directly words say an outcome. */
  public enum Strength {
    /** Outright: "hit its targets", "was shot down". */
    WORDS,
    /** By a verb such as "struck" with an object. */
    VERB,
    /** By the damage done. */
    DAMAGE
  }
}
