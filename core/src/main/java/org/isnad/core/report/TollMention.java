package org.isnad.core.report;

import org.isnad.core.mention.TokenRange;
import org.isnad.core.rule.Derivation;
import org.isnad.core.text.Span;

/**
 * One figure for dead or hurt persons as one clause gives it (codebook sections 8 and 12).
 *
 * @param slot {@code KILLED}, {@code INJURED} or {@code ATTACKERS_KILLED}; a wounded attacker gets
 *     no mention, since no slot counts it
 * @param value how many, none or unknown
 * @param basis how the figure relates to others of the text
 * @param who the words for the persons as written, {@code three soldiers}; empty where the text
 *     says none
 * @param trigger number of the token that says killed, hurt, dead or wounded
 * @param tokens the tokens covered, trigger and persons
 * @param span where they stand
 * @param named whether a number or a noun for persons was read, and not only a name
 * @param about whether the text rounds the number ("some 30")
 * @param derivation the list entries
 */
public record TollMention(
    Chain.Slot slot,
    Toll value,
    Basis basis,
    String who,
    int trigger,
    TokenRange tokens,
    Span span,
    boolean named,
    boolean about,
    Derivation derivation) {

  /** How a figure relates to others of the same text. */
  public enum Basis {
    /** A figure of its own; figures of one sentence add up. */
    STATED,
    /** Part of a figure that stands before it ("among them three children"). */
    PART,
    /** Corrects figures given before ("the number of dead rose to"). */
    REVISED,
    /** An older figure that the text itself replaces ("an earlier toll spoke of"). */
    EARLIER,
    /** A sum over a whole war or revolt, which belongs to no single event. */
    CAMPAIGN,
    /** Dead and hurt told as one figure, so at least one of each (codebook section 12). */
    JOINT
  }
}
