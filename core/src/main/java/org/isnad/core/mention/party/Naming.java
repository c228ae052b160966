package org.isnad.core.mention.party;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Clitics;
import org.isnad.core.text.Normalizer;

/**
 * Writes the words of a mention as a name: as in the text, without what is written together with
 * its first word but is no part of it, without quotation marks, and without listed words.
 */
public final class Naming {

  private static final String ARTICLE = "al";
  private static final String FOR = "l";
  private static final String MARKS = "\"'“”„‟«»‹›‘’()[]/*\u060C\u061B,;:.!?…";

  private Naming() {}

  /**
   * The words from {@code first} to before {@code end}; {@code label} says what the first word
   * carries.
   */
  public static String of(AnalyzedText text, int first, int end, Label label) {
    return of(text, first, end, label.clitics(), label.entry().spellings());
  }

  /** The words as they stand, signs left out. */
  public static String of(AnalyzedText text, int first, int end) {
    return of(text, first, end, Clitics.NONE, List.of());
  }

  /** The word at {@code token} without its proclitics. */
  public static String word(AnalyzedText text, int token, Clitics clitics) {
    return of(text, token, token + 1, clitics, List.of());
  }

  /** Whether the token is a mark that may stand inside or around a name. */
  public static boolean isMark(Token token) {
    char sign = token.givenSign();
    return sign != 0 && MARKS.indexOf(sign) >= 0;
  }

  private static String of(
      AnalyzedText text, int first, int end, Clitics clitics, List<String> spellings) {
    List<String> words = new ArrayList<>();
    for (int i = first; i < end; i++) {
      Token token = text.token(i);
      if (!isMark(token)) {
        words.add(i == first ? bare(token.surface(), clitics, spellings) : token.surface());
      }
    }
    return String.join(" ", words);
  }

  private static String bare(String surface, Clitics clitics, List<String> spellings) {
    int letters = 0;
    for (String clitic : clitics.before()) {
      letters += clitic.equals(ARTICLE) ? 0 : 1;
    }
    if (letters == 0 || letters >= surface.length()) {
      return surface;
    }
    String rest = surface.substring(letters);
    boolean doubled = clitics.has(FOR) && surface.charAt(letters - 1) == surface.charAt(letters);
    return doubled && !isListed(rest, spellings)
        ? Normalizer.withoutFor(surface.substring(letters - 1))
        : rest;
  }

  /**
   * Whether a listed name starts with this very word, as Lebanon's starts with the letter of the
   * preposition.
   */
  private static boolean isListed(String word, List<String> spellings) {
    String folded = Normalizer.fold(word);
    for (String spelling : spellings) {
      String listed = Normalizer.fold(spelling);
      if (listed.equals(folded) || listed.startsWith(folded + " ")) {
        return true;
      }
    }
    return false;
  }
}
