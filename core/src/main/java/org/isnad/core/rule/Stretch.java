package org.isnad.core.rule;

import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;

/** What the tokens of one sentence fit, looked up once for all rules. */
final class Stretch {

  private final AnalyzedText text;
  private final Sentence sentence;
  private final long[] low;
  private final long[] high;
  private final int[] kinds;
  private long allLow;
  private long allHigh;
  private int allKinds;

  Stretch(AnalyzedText text, Sentence sentence, Atoms atoms) {
    this.text = text;
    this.sentence = sentence;
    int size = sentence.size();
    this.low = new long[size];
    this.high = new long[size];
    this.kinds = new int[size];
    for (int i = 0; i < size; i++) {
      Token token = text.token(sentence.first() + i);
      Atoms.Fit fit = atoms.of(token);
      low[i] = fit.low();
      high[i] = fit.high();
      kinds[i] = Opening.bit(token.kind());
      allLow |= low[i];
      allHigh |= high[i];
      allKinds |= kinds[i];
    }
  }

  AnalyzedText text() {
    return text;
  }

  Sentence sentence() {
    return sentence;
  }

  /** Whether the token may stand where the opening is asked for. */
  boolean admits(Opening opening, int at) {
    int i = at - sentence.first();
    return opening.admits(low[i], high[i], kinds[i]);
  }

  /** Atoms with the bits 0 to 63 that any token of the sentence fits. */
  long allLow() {
    return allLow;
  }

  /** Atoms with the bits 64 to 127 that any token of the sentence fits. */
  long allHigh() {
    return allHigh;
  }

  /** Kinds of its tokens, one bit each. */
  int allKinds() {
    return allKinds;
  }

  /** Whether one of the tokens from {@code at} on may be what is needed, within its reach. */
  boolean holds(Need need, int at) {
    int end = Math.min(sentence.end(), at + need.within());
    for (int i = at; i < end; i++) {
      if (admits(need.what(), i)) {
        return true;
      }
    }
    return false;
  }
}
