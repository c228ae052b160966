package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.text.Normalizer;

/**
 * How sentences begin that carry on a story, which headlines and captions do not ({@code
 * furniture/furniture-words.tsv}): with "and" or "so" written together with the word, or with words
 * such as "for his part".
 */
final class SentenceStarts {

  private static final String WORDS = "furniture-words";

  /** Shorter words that begin with the letter of "and" are seldom "and" plus a word. */
  private static final int SHORTEST = 4;

  private final List<String> carryOn;

  SentenceStarts(Lexicon lexicon) {
    Entry entry = lexicon.entry(WORDS, "carry-on");
    this.carryOn =
        entry == null ? List.of() : entry.spellings().stream().map(Normalizer::fold).toList();
  }

  /** Whether the line carries on what stood before it. */
  boolean carriesOn(Line line) {
    return isDiscourse(line) || opensWithAnd(line.text().token(line.first()));
  }

  /** Whether the line begins with words that open a paragraph of a story. */
  static boolean isDiscourse(Line line) {
    return line.text().token(line.first()).is(WORDS, "discourse");
  }

  private boolean opensWithAnd(Token token) {
    if (!token.isWord() || token.norm().length() < SHORTEST || token.is(WORDS, "not-carry-on")) {
      return false;
    }
    for (String opening : carryOn) {
      if (token.norm().startsWith(opening)) {
        return true;
      }
    }
    return false;
  }
}
