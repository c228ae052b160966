package org.isnad.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.text.NormalText;
import org.isnad.core.text.Span;

/**
 * Cuts a row of tokens into sentences: at line ends and behind full stops, question and exclamation
 * marks, but not behind the stops of abbreviations ({@code letters/abbreviations.tsv}).
 */
final class SentenceSplitter {

  private static final String ABBREVIATIONS = "abbreviations";
  private static final String STOPS = ".!?\u061F\u06D4\u2026";
  private static final String CLOSERS = "\"'”’»)]}";

  private final boolean knowsAbbreviations;

  SentenceSplitter(Lexicon lexicon) {
    this.knowsAbbreviations = lexicon.hasList(ABBREVIATIONS);
  }

  List<Sentence> split(NormalText text, List<Token> tokens) {
    List<Sentence> sentences = new ArrayList<>();
    int first = 0;
    int paragraph = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean lineEnd =
          i + 1 < tokens.size() && breaks(text.given(), tokens.get(i), tokens.get(i + 1));
      if (lineEnd || i + 1 == tokens.size() || ends(tokens, i)) {
        Span span = new Span(tokens.get(first).span().start(), tokens.get(i).span().end());
        sentences.add(new Sentence(sentences.size(), first, i + 1, paragraph, span));
        first = i + 1;
      }
      if (lineEnd) {
        paragraph++;
      }
    }
    return List.copyOf(sentences);
  }

  private static boolean breaks(String given, Token token, Token next) {
    for (int i = token.span().end(); i < next.span().start(); i++) {
      char c = given.charAt(i);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a sentence ends behind token {@code i}: at a stop, or at the quote that closes after
   * it.
   */
  private boolean ends(List<Token> tokens, int i) {
    boolean closer = isOneOf(tokens.get(i), CLOSERS);
    int stop = closer ? i - 1 : i;
    if (stop < 0 || !isOneOf(tokens.get(stop), STOPS) || isAbbreviation(tokens, stop)) {
      return false;
    }
    boolean more =
        i + 1 < tokens.size()
            && (isOneOf(tokens.get(i + 1), STOPS)
                || touches(tokens, i) && isOneOf(tokens.get(i + 1), CLOSERS));
    return !more;
  }

  private static boolean touches(List<Token> tokens, int i) {
    return tokens.get(i).span().end() == tokens.get(i + 1).span().start();
  }

  private boolean isAbbreviation(List<Token> tokens, int stop) {
    if (stop == 0 || !tokens.get(stop).norm().equals(".")) {
      return false;
    }
    Token before = tokens.get(stop - 1);
    boolean glued = before.span().end() == tokens.get(stop).span().start();
    boolean goesOn = stop + 1 < tokens.size() && !tokens.get(stop + 1).isPunctuation();
    boolean listed = knowsAbbreviations && before.is(ABBREVIATIONS);
    return glued && goesOn && (listed || before.norm().length() == 1 && !before.isNumber());
  }

  private static boolean isOneOf(Token token, String signs) {
    return token.isPunctuation()
        && token.norm().length() == 1
        && signs.indexOf(token.norm().charAt(0)) >= 0;
  }
}
