package org.isnad.core.report;

import org.isnad.core.mention.Quantity;

/**
 * Words for the persons that a word for casualties speaks of.
 *
 * @param quantity how many
 * @param first number of the first token
 * @param end number behind the last token
 * @param attacker whether the noun names whoever attacked
 * @param counted whether a number stands there
 * @param person whether a noun for persons stands there, and not only a name or a bare number
 * @param indefinite whether the noun is indefinite
 */
record VictimPhrase(
    Quantity quantity,
    int first,
    int end,
    boolean attacker,
    boolean counted,
    boolean person,
    boolean indefinite) {

  /** The same words with another number. */
  VictimPhrase with(Quantity other) {
    return new VictimPhrase(other, first, end, attacker, counted, person, indefinite);
  }

  /** The same words as victims. */
  VictimPhrase apart() {
    return new VictimPhrase(quantity, first, end, false, counted, person, indefinite);
  }
}
