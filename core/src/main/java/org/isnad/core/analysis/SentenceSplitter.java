package org.isnad.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.text.NormalText;
import org.isnad.core.text.Span;

/**
 * Cuts a row of tokens into sentences: at line ends and behind full stops, question and exclamation
 * marks, but not behind the stops of abbreviations ({@code letters/abbreviations.tsv}). What goes
 * on for longer than any sentence is cut behind a comma: readers compare the words of one sentence
 * with each other, and a text without stops must not cost more than its length.
 */
final class SentenceSplitter {

  private static final String ABBREVIATIONS = "abbreviations";
  private static final String STOPS = ".!?\u061F\u06D4\u2026";
  private static final String CLOSERS = "\"'”’»)]}";
  private static final String COMMAS = ",;\u060C\u061B";

  /**
   * Most tokens of a sentence: of 58,000 sentences in 6,000 articles of Arabic news, 21 were
   * longer, tables and lists of names.
   */
  static final int LONGEST = 400;

  private final boolean knowsAbbreviations;

  SentenceSplitter(Lexicon lexicon) {
    this.knowsAbbreviations = lexicon.hasList(ABBREVIATIONS);
  }

  List<Sentence> split(NormalText text, Token[] tokens) {
    List<Sentence> sentences = new ArrayList<>();
    int first = 0;
    int paragraph = 0;
    int comma = 0;
    for (int i = 0; i < tokens.length; i++) {
      boolean last = i + 1 == tokens.length;
      boolean lineEnd = !last && breaks(text.given(), tokens[i], tokens[i + 1]);
      comma = isOneOf(tokens[i], COMMAS) ? i : comma;
      if (lineEnd || last || tokens[i].isPunctuation() && ends(tokens, i)) {
        sentences.add(sentence(tokens, sentences.size(), first, i + 1, paragraph));
        first = i + 1;
      } else if (i + 1 - first == LONGEST) {
        int end = comma - first >= LONGEST / 2 ? comma + 1 : i + 1;
        sentences.add(sentence(tokens, sentences.size(), first, end, paragraph));
        first = end;
      }
      if (lineEnd) {
        paragraph++;
      }
    }
    return List.copyOf(sentences);
  }

  private static Sentence sentence(Token[] tokens, int index, int first, int end, int paragraph) {
    Span span = new Span(tokens[first].start(), tokens[end - 1].end());
    return new Sentence(index, first, end, paragraph, span);
  }

  private static boolean breaks(String given, Token token, Token next) {
    for (int i = token.end(); i < next.start(); i++) {
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
  private boolean ends(Token[] tokens, int i) {
    boolean closer = isOneOf(tokens[i], CLOSERS);
    int stop = closer ? i - 1 : i;
    if (stop < 0 || !isOneOf(tokens[stop], STOPS) || isAbbreviation(tokens, stop)) {
      return false;
    }
    boolean more =
        i + 1 < tokens.length
            && (isOneOf(tokens[i + 1], STOPS)
                || touches(tokens, i) && isOneOf(tokens[i + 1], CLOSERS));
    return !more;
  }

  private static boolean touches(Token[] tokens, int i) {
    return tokens[i].end() == tokens[i + 1].start();
  }

  private boolean isAbbreviation(Token[] tokens, int stop) {
    if (stop == 0 || tokens[stop].sign() != '.') {
      return false;
    }
    Token before = tokens[stop - 1];
    boolean glued = before.end() == tokens[stop].start();
    boolean goesOn = stop + 1 < tokens.length && !tokens[stop + 1].isPunctuation();
    boolean listed = knowsAbbreviations && before.is(ABBREVIATIONS);
    return glued && goesOn && (listed || before.norm().length() == 1 && !before.isNumber());
  }

  private static boolean isOneOf(Token token, String signs) {
    char sign = token.sign();
    return sign != 0 && signs.indexOf(sign) >= 0;
  }
}
