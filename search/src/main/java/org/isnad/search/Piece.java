package org.isnad.search;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.text.Blanks;

/**
 * A part of a query between quotation marks, or words between those parts.
 *
 * @param words its words, as written
 * @param isPhrase whether they must stand side by side
 * @param isExcluded whether they must not be found
 * @param isAlternative whether they can stand for the piece before
 */
record Piece(List<String> words, boolean isPhrase, boolean isExcluded, boolean isAlternative) {

  private static final String QUOTES = "\"\u201C\u201D\u201E\u00AB\u00BB";
  private static final String OR = "OR";

  /** Copies the list. */
  Piece {
    words = List.copyOf(words);
  }

  /**
   * The pieces of a query; any text is one, and a quotation mark that nothing closes closes at the
   * end.
   */
  static List<Piece> of(String query) {
    Splitter splitter = new Splitter();
    int i = 0;
    while (i < query.length()) {
      char c = query.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
      } else if (isQuote(query, i) || c == '-' && isQuote(query, i + 1)) {
        i = splitter.phrase(query, i);
      } else {
        i = splitter.word(query, i);
      }
    }
    splitter.flush();
    return splitter.pieces;
  }

  private static boolean isQuote(String query, int i) {
    return i < query.length() && QUOTES.indexOf(query.charAt(i)) >= 0;
  }

  /** Collects words that stand side by side, so that names of several words are seen whole. */
  private static final class Splitter {

    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private boolean alternative;

    int phrase(String query, int start) {
      boolean excluded = query.charAt(start) == '-';
      int from = excluded ? start + 2 : start + 1;
      int end = from;
      while (end < query.length() && !isQuote(query, end)) {
        end++;
      }
      flush();
      add(split(query.substring(from, end)), true, excluded);
      return end + 1;
    }

    int word(String query, int start) {
      int end = start;
      while (end < query.length()
          && !Character.isWhitespace(query.charAt(end))
          && !isQuote(query, end)) {
        end++;
      }
      String word = query.substring(start, end);
      if (word.equals(OR)) {
        or();
      } else if (word.length() > 1 && word.charAt(0) == '-') {
        flush();
        add(List.of(word.substring(1)), false, true);
      } else {
        open.add(word);
      }
      return end;
    }

    /** The last word before it, or the last name, is one of two. */
    private void or() {
      if (open.size() > 1) {
        String last = open.removeLast();
        flush();
        open.add(last);
      }
      flush();
      alternative = !pieces.isEmpty();
    }

    void flush() {
      if (!open.isEmpty()) {
        List<String> rest = List.of();
        if (alternative && open.size() > 1) {
          rest = List.copyOf(open.subList(1, open.size()));
          open.subList(1, open.size()).clear();
        }
        add(open, false, false);
        open.clear();
        if (!rest.isEmpty()) {
          add(rest, false, false);
        }
      }
    }

    private void add(List<String> words, boolean phrase, boolean excluded) {
      if (!words.isEmpty()) {
        pieces.add(new Piece(words, phrase, excluded, alternative));
        alternative = false;
      }
    }

    private static List<String> split(String text) {
      return Blanks.words(text);
    }
  }
}
