package org.isnad.core.mention.time;

import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;

/** Tells whether a clause speaks of what is to come: "will", "is to", "is expected to". */
final class FutureWords {

  /** How many tokens before an expression of time its verb can stand. */
  private static final int REACH = 24;

  private FutureWords() {}

  /** Whether one stands in the sentence before the token {@code end}, not too far from it. */
  static boolean stand(AnalyzedText text, int first, int end) {
    for (int i = Math.max(first, end - REACH); i < end; i++) {
      if (isFuture(text.token(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFuture(Token token) {
    if (token.cannotBe("future-words") && token.cannotBe("event-modality") && !token.mayHave("s")) {
      return false;
    }
    for (Label label : token.labels()) {
      boolean listed = label.list().equals("future-words");
      boolean modal = label.list().equals("event-modality") && label.entry().is("class", "future");
      if (listed || modal || label.clitics().has("s")) {
        return true;
      }
    }
    return false;
  }
}
