package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.lexicon.Words;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/** A word, number or sign of a text. */
public final class Token {

  private final int index;
  private final Span span;
  private final String surface;
  private final String norm;
  private final Words.Kind kind;
  private final List<Label> labels;
  private final ListFilter lists;

  /**
   * A token.
   *
   * @param index its number in the text
   * @param span where it stands in the text as given, UTF-16 code units
   * @param surface its letters as given
   * @param norm its letters folded
   * @param kind word, number, Latin letters or sign
   * @param labels what it is known as, alone or with tokens behind it
   */
  public Token(
      int index, Span span, String surface, String norm, Words.Kind kind, List<Label> labels) {
    this.index = index;
    this.span = span;
    this.surface = surface;
    this.norm = norm;
    this.kind = kind;
    this.labels = labels;
    long known = 0;
    for (int i = 0; i < labels.size(); i++) {
      known |= ListFilter.bit(labels.get(i).list());
    }
    this.lists = known == 0 ? ListFilter.NONE : new ListFilter(known);
  }

  /** Its number in the text. */
  public int index() {
    return index;
  }

  /** Where it stands in the text as given, UTF-16 code units. */
  public Span span() {
    return span;
  }

  /** Its letters as given. */
  public String surface() {
    return surface;
  }

  /** Its letters folded. */
  public String norm() {
    return norm;
  }

  /** Word, number, Latin letters or sign. */
  public Words.Kind kind() {
    return kind;
  }

  /** What it is known as, alone or with tokens behind it. */
  public List<Label> labels() {
    return labels;
  }

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
    if (cannotBe(list)) {
      return false;
    }
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      if (label.list().equals(list) && label.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** The longest label from this list that starts here, or null. */
  public @Nullable Label label(String list) {
    if (cannotBe(list)) {
      return null;
    }
    Label longest = null;
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      if (label.list().equals(list) && (longest == null || label.end() > longest.end())) {
        longest = label;
      }
    }
    return longest;
  }

  /** The lists of its labels. */
  public ListFilter lists() {
    return lists;
  }

  /**
   * A quick no: true where no label is from this list; false where one may be. Most questions about
   * most tokens end here.
   */
  public boolean cannotBe(String list) {
    return !lists.mayHold(list);
  }

  @Override
  public String toString() {
    return index + " " + surface + " " + labels;
  }
}
