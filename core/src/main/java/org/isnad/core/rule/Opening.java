package org.isnad.core.rule;

import org.isnad.core.lexicon.Words;

/**
 * What the token at a place in a pattern can be. It may say yes wrongly and never says no wrongly.
 *
 * @param low list atoms that will do, those with the bits 0 to 63
 * @param high list atoms that will do, those with the bits 64 to 127
 * @param kinds kinds of token that will do whatever they are known as, one bit each
 * @param anything whether nothing is asked of a token there: the pattern can end there
 */
record Opening(long low, long high, int kinds, boolean anything) {

  /** No token fits. */
  static final Opening NOTHING = new Opening(0, 0, 0, false);

  /** Every token fits, and the end of the sentence too. */
  static final Opening ANYTHING = new Opening(0, 0, 0, true);

  /** A token that fits the atom with this bit. */
  static Opening of(int bit) {
    return bit < Long.SIZE
        ? new Opening(1L << bit, 0, 0, false)
        : new Opening(0, 1L << bit, 0, false);
  }

  /** A token of this sort. */
  static Opening of(Pattern.Kind.Sort sort) {
    int kinds = 0;
    for (Words.Kind kind : Words.Kind.values()) {
      boolean fits =
          switch (sort) {
            case ANY -> true;
            case NUMBER -> kind == Words.Kind.NUMBER;
            case WORD -> kind == Words.Kind.WORD;
            case LATIN -> kind == Words.Kind.LATIN;
            case PUNCTUATION -> kind == Words.Kind.PUNCTUATION;
          };
      kinds |= fits ? bit(kind) : 0;
    }
    return new Opening(0, 0, kinds, false);
  }

  /** What fits here or there. */
  Opening or(Opening other) {
    return new Opening(
        low | other.low, high | other.high, kinds | other.kinds, anything || other.anything);
  }

  /** Whether a token with these atoms and of this kind may stand at the place. */
  boolean admits(long lowAtoms, long highAtoms, int kind) {
    return anything || (low & lowAtoms) != 0 || (high & highAtoms) != 0 || (kinds & kind) != 0;
  }

  /** The bit of a kind of token. */
  static int bit(Words.Kind kind) {
    return 1 << kind.ordinal();
  }
}
