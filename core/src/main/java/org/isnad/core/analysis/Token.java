package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.lexicon.Words;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A word, number or sign of a text.
 *
 * @param index its number in the text
 * @param span where it stands in the text as given, UTF-16 code units
 * @param surface its letters as given
 * @param norm its letters folded
 * @param kind word, number, Latin letters or sign
 * @param labels what it is known as, alone or with tokens behind it
 */
public record Token(
    int index, Span span, String surface, String norm, Words.Kind kind, List<Label> labels) {

  /** Whether it is a word in Arabic letters. */
  public boolean isWord() {
    return kind == Words.Kind.WORD;
  }

  /** Whether it is a number in digits. */
  public boolean isNumber() {
    return kind == Words.Kind.NUMBER;
  }

  /** Whether it is a sign. */
  public boolean isPunctuation() {
    return kind == Words.Kind.PUNCTUATION;
  }

  /** Whether it starts something that the list knows. */
  public boolean is(String list) {
    return label(list) != null;
  }

  /** Whether it starts something that the list knows under this key. */
  public boolean is(String list, String key) {
    for (Label label : labels) {
      if (label.list().equals(list) && label.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** The longest label from this list that starts here, or null. */
  public @Nullable Label label(String list) {
    Label longest = null;
    for (Label label : labels) {
      if (label.list().equals(list) && (longest == null || label.end() > longest.end())) {
        longest = label;
      }
    }
    return longest;
  }
}
