package org.isnad.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The words between blanks, found in one pass: where texts come from outside, no regular expression
 * looks for them. Blanks are those of ASCII: space, tab, line feed, vertical tab, form feed and
 * carriage return.
 */
public final class Blanks {

  private Blanks() {}

  /** The words of a text, in their order; none where it is blank. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isBlank(text.charAt(i))) {
        if (i > from) {
          words.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  /** Whether a character separates words here. */
  public static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
