package org.isnad.core.rule;

import org.isnad.core.analysis.ListFilter;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Words;

/**
 * What the token at a place in a pattern can be. It may say yes wrongly and never says no wrongly.
 *
 * @param lists lists that may know the token
 * @param kinds kinds of token that will do whatever they are known as, one bit each
 * @param anything whether nothing is asked of a token there: the pattern can end there
 */
record Opening(ListFilter lists, int kinds, boolean anything) {

  /** No token fits. */
  static final Opening NOTHING = new Opening(ListFilter.NONE, 0, false);

  /** Every token fits, and the end of the sentence too. */
  static final Opening ANYTHING = new Opening(ListFilter.NONE, 0, true);

  /** A token that one of these lists knows. */
  static Opening of(ListFilter lists) {
    return new Opening(lists, 0, false);
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
    return new Opening(ListFilter.NONE, kinds, false);
  }

  /** What fits here or there. */
  Opening or(Opening other) {
    return new Opening(lists.with(other.lists), kinds | other.kinds, anything || other.anything);
  }

  /** Whether the token may stand at the place. */
  boolean admits(Token token) {
    return anything || lists.meets(token.lists()) || (kinds & bit(token.kind())) != 0;
  }

  /** The bit of a kind of token. */
  static int bit(Words.Kind kind) {
    return 1 << kind.ordinal();
  }
}
