package org.isnad.core.analysis;

import java.util.List;
import org.isnad.core.lexicon.FormQuestion;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.ListFilter;
import org.isnad.core.lexicon.WordForm;
import org.isnad.core.lexicon.Words;
import org.isnad.core.text.Span;
import org.jspecify.annotations.Nullable;

/** A word, number or sign of a text. Safe to share between threads. */
public final class Token {

  /** The folder of lists that mark what a sentence is about. */
  private static final String SIGNS = "sign/";

  private static final FormQuestion UNKNOWN = FormQuestion.of(Token::isUnknown);

  private final int index;
  private final String text;
  private final int start;
  private final int end;
  private final WordForm form;
  private final long lists;
  private final boolean together;
  private @Nullable List<Label> labels;

  /**
   * A token that is known by itself alone.
   *
   * @param index its number in the text
   * @param text the text as given
   * @param start where it stands there, UTF-16 code units
   * @param end behind its last unit
   * @param form its letters folded, and what they are known as
   */
  Token(int index, String text, int start, int end, WordForm form) {
    this.index = index;
    this.text = text;
    this.start = start;
    this.end = end;
    this.form = form;
    this.lists = form.lists();
    this.together = false;
  }

  /**
   * A token that may be known together with tokens behind it.
   *
   * @param labels what it is known as, alone or with tokens behind it
   */
  Token(int index, String text, int start, int end, WordForm form, List<Label> labels) {
    this.index = index;
    this.text = text;
    this.start = start;
    this.end = end;
    this.form = form;
    this.labels = labels;
    this.together = true;
    long known = form.lists();
    for (int i = 0; i < labels.size(); i++) {
      known |= ListFilter.bit(labels.get(i).list());
    }
    this.lists = known;
  }

  /** Its number in the text. */
  public int index() {
    return index;
  }

  /** Where it stands in the text as given, UTF-16 code units. */
  public Span span() {
    return new Span(start, end);
  }

  /** Its letters as given. */
  public String surface() {
    return text.substring(start, end);
  }

  /** Its letters folded. */
  public String norm() {
    return form.letters();
  }

  /** Word, number, Latin letters or sign. */
  public Words.Kind kind() {
    return form.kind();
  }

  /** What it is known as, alone or with tokens behind it. */
  public List<Label> labels() {
    List<Label> made = labels;
    if (made == null) {
      made = labelsOf(form.senses());
      labels = made;
    }
    return made;
  }

  /** Most labels of most tokens are never looked at, so they are made when they are asked for. */
  private List<Label> labelsOf(List<WordForm.Sense> senses) {
    return switch (senses.size()) {
      case 0 -> List.of();
      case 1 -> List.of(label(senses.getFirst()));
      case 2 -> List.of(label(senses.getFirst()), label(senses.getLast()));
      default -> {
        Label[] made = new Label[senses.size()];
        for (int i = 0; i < made.length; i++) {
          made[i] = label(senses.get(i));
        }
        yield List.of(made);
      }
    };
  }

  private Label label(WordForm.Sense sense) {
    return new Label(sense.entry(), sense.features(), sense.clitics(), index, index + 1);
  }

  /** The sign, where it is one of a single UTF-16 unit; else a unit that no text holds. */
  public char sign() {
    return form.sign();
  }

  /** The same as it is given, not folded. */
  public char givenSign() {
    return form.kind() == Words.Kind.PUNCTUATION && end - start == 1 ? text.charAt(start) : 0;
  }

  /** The readings of its letters, alone or as the first of several words. */
  public List<Lexicon.Reading> readings() {
    return form.readings();
  }

  /**
   * A quick no: false where it cannot be read with this proclitic; true where it may be.
   *
   * @param clitic its key
   */
  public boolean mayHave(String clitic) {
    return form.mayHave(clitic);
  }

  /** A quick no: false where it cannot be read as a noun in the dual; true where it may be. */
  public boolean mayBeDual() {
    return form.mayBeDual();
  }

  /**
   * Whether no list tells what the word is; lists of signs ({@code sign/*.tsv}) tell only what a
   * sentence is about.
   */
  public boolean isUnknown() {
    List<Label> all = labels;
    return all == null
        ? form.answer(UNKNOWN)
        : all.stream().allMatch(label -> label.entry().file().startsWith(SIGNS));
  }

  /** The same of a word that is known by itself alone. */
  private static boolean isUnknown(WordForm form) {
    return form.senses().stream().allMatch(sense -> sense.entry().file().startsWith(SIGNS));
  }

  /** Its letters folded, with what they are known as by themselves. */
  public WordForm form() {
    return form;
  }

  /** Its form, where nothing but that tells what it is known as; else null. */
  public @Nullable WordForm formAlone() {
    return together ? null : form;
  }

  /** Where it starts in the text as given, UTF-16 code units. */
  public int start() {
    return start;
  }

  /** Where it ends in the text as given, UTF-16 code units. */
  public int end() {
    return end;
  }

  /** Whether it is a word in Arabic letters. */
  public boolean isWord() {
    return form.kind() == Words.Kind.WORD;
  }

  /** Whether it is a number in digits. */
  public boolean isNumber() {
    return form.kind() == Words.Kind.NUMBER;
  }

  /** Whether it is a sign. */
  public boolean isPunctuation() {
    return form.kind() == Words.Kind.PUNCTUATION;
  }

  /** Whether it starts something that the list knows. */
  public boolean is(String list) {
    return !cannotBe(list) && (together ? labelIn(list) != null : form.isIn(list));
  }

  /** Whether it starts something that the list knows under this key. */
  public boolean is(String list, String key) {
    if (!is(list)) {
      return false;
    }
    List<Label> all = labels();
    for (int i = 0; i < all.size(); i++) {
      Label label = all.get(i);
      if (label.list().equals(list) && label.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** The longest label from this list that starts here, or null. */
  public @Nullable Label label(String list) {
    return cannotBe(list) || !together && !form.isIn(list) ? null : labelIn(list);
  }

  private @Nullable Label labelIn(String list) {
    Label longest = null;
    List<Label> all = labels();
    for (int i = 0; i < all.size(); i++) {
      Label label = all.get(i);
      if (label.list().equals(list) && (longest == null || label.end() > longest.end())) {
        longest = label;
      }
    }
    return longest;
  }

  /** The lists of its labels, as bits of a {@link ListFilter}. */
  long lists() {
    return lists;
  }

  /**
   * A quick no for several lists at once: false where no label is from any of them; true where one
   * may be.
   */
  public boolean mayBe(ListFilter any) {
    return (lists & any.bits()) != 0;
  }

  /**
   * A quick no: true where no label is from this list; false where one may be. Most questions about
   * most tokens end here.
   */
  public boolean cannotBe(String list) {
    return (lists & ListFilter.bit(list)) == 0;
  }

  @Override
  public String toString() {
    return index + " " + surface() + " " + labels();
  }
}
