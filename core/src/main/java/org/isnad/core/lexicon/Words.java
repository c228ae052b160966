package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.text.Normalizer;

/**
 * Cuts folded text into words the one way that lists and articles share: runs of Arabic letters,
 * runs of digits with inner separators, runs of other letters and digits, and every other sign
 * alone.
 */
public final class Words {

  private Words() {}

  /** What a cut-out piece is. */
  public enum Kind {
    /** Arabic letters. */
    WORD,
    /** Digits, with separators between digits. */
    NUMBER,
    /** Other letters, digits among them. */
    LATIN,
    /** One sign. */
    PUNCTUATION,
    /** White space without a line end. */
    SPACE,
    /** White space with a line end. */
    BREAK
  }

  /** The words of a folded text, white space left out. */
  public static List<String> of(String folded) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < folded.length(); ) {
      int end = end(folded, i);
      Kind kind = kind(folded, i);
      if (kind != Kind.SPACE && kind != Kind.BREAK) {
        words.add(folded.substring(i, end));
      }
      i = end;
    }
    return words;
  }

  /** Kind of the piece that starts at {@code i}. */
  public static Kind kind(String folded, int i) {
    char c = folded.charAt(i);
    if (Normalizer.isArabicLetter(c)) {
      return Kind.WORD;
    }
    if (c == ' ') {
      return Kind.SPACE;
    }
    if (c >= '0' && c <= '9') {
      return Kind.NUMBER;
    }
    if (Character.isWhitespace(c)) {
      return c == '\n' || c == '\r' ? Kind.BREAK : Kind.SPACE;
    }
    return Character.isLetter(c) ? Kind.LATIN : Kind.PUNCTUATION;
  }

  /** Offset behind the piece that starts at {@code i}. */
  public static int end(String folded, int i) {
    return end(folded, i, kind(folded, i));
  }

  /** Offset behind the piece of this kind that starts at {@code i}. */
  public static int end(String folded, int i, Kind kind) {
    return switch (kind) {
      case WORD -> word(folded, i);
      case NUMBER -> number(folded, i);
      case LATIN -> latin(folded, i);
      case SPACE, BREAK -> i + 1;
      case PUNCTUATION ->
          Character.isHighSurrogate(folded.charAt(i)) && i + 1 < folded.length() ? i + 2 : i + 1;
    };
  }

  private static int word(String text, int from) {
    int i = from;
    while (i < text.length() && Normalizer.isArabicLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int latin(String text, int from) {
    int i = from;
    while (i < text.length() && isLatin(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isLatin(char c) {
    return isDigit(c) || Character.isLetter(c) && !Normalizer.isArabicLetter(c);
  }

  private static int number(String text, int from) {
    int i = from;
    while (i < text.length() && isNumeral(text, i)) {
      i++;
    }
    return i;
  }

  private static boolean isNumeral(String text, int i) {
    char c = text.charAt(i);
    if (c >= '0' && c <= '9') {
      return true;
    }
    boolean separator = c == '.' || c == ',' || c == '\u060C';
    return separator
        && i + 1 < text.length()
        && isDigit(text.charAt(i + 1))
        && isDigit(text.charAt(i - 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
