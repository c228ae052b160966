package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.lexicon.Lexicon.Node;
import org.isnad.core.lexicon.Lexicon.Reading;

/**
 * A folded word, number or sign with all that the lexicon knows of it. Made once for a word and
 * shared by its tokens, since a few thousand words make up most of any text. Immutable.
 */
public final class WordForm {

  /** Words of the signs that end, open or part sentences are one UTF-16 unit long. */
  private static final char NO_SIGN = '\0';

  private final String letters;
  private final Words.Kind kind;
  private final List<Reading> readings;
  private final List<Sense> senses;
  private final ListFilter lists;
  private final int joint;
  private final long bit;
  private final long bareBit;
  private final long followers;
  private final long definiteFollowers;

  /**
   * What a word is known as by itself.
   *
   * @param entry the list entry
   * @param features what the spelling shows
   * @param clitics what was taken off
   */
  public record Sense(Entry entry, Features features, Clitics clitics) {}

  /**
   * A form.
   *
   * @param bare its letters without the article, or themselves where it has none
   * @param readings what it can be, alone or before other words
   * @param joint where two words were run together in it, or 0
   */
  WordForm(String letters, String bare, List<Reading> readings, int joint) {
    this.letters = letters;
    this.kind = letters.isEmpty() ? Words.Kind.SPACE : Words.kind(letters, 0);
    this.readings = readings;
    this.senses = senses(readings);
    this.joint = joint;
    this.bit = Node.bit(letters);
    this.bareBit = Node.bit(bare);
    long known = 0;
    for (Sense sense : senses) {
      known |= ListFilter.bit(sense.entry().list());
    }
    this.lists = known == 0 ? ListFilter.NONE : new ListFilter(known);
    long plain = 0;
    long definite = 0;
    for (Reading reading : readings) {
      plain |= reading.node().followers();
      definite |= reading.clitics().isDefinite() ? reading.node().followers() : 0;
    }
    this.followers = plain;
    this.definiteFollowers = definite;
  }

  private static List<Sense> senses(List<Reading> readings) {
    List<Sense> senses = new ArrayList<>();
    for (Reading reading : readings) {
      for (Form form : reading.formsOf(reading.node())) {
        senses.add(new Sense(form.entry(), form.features(), reading.clitics()));
      }
    }
    return List.copyOf(senses);
  }

  /** Its letters, folded. */
  public String letters() {
    return letters;
  }

  /** Word, number, Latin letters or sign. */
  public Words.Kind kind() {
    return kind;
  }

  /** The sign, where it is one of a single UTF-16 unit; else a unit that no text holds. */
  public char sign() {
    return kind == Words.Kind.PUNCTUATION && letters.length() == 1 ? letters.charAt(0) : NO_SIGN;
  }

  /** Ways to read it as the first word of something listed, likeliest first. */
  public List<Reading> readings() {
    return readings;
  }

  /** What it is known as by itself, in the order of its readings. */
  public List<Sense> senses() {
    return senses;
  }

  /** The lists of its senses. */
  public ListFilter lists() {
    return lists;
  }

  /** UTF-16 units of the first of two known words that were run together in it, or 0. */
  public int joint() {
    return joint;
  }

  /**
   * A quick no: false where nothing listed goes on from this word to the next; true where something
   * may.
   */
  public boolean mayGoOn(WordForm next) {
    return (followers & next.bit) != 0 || (definiteFollowers & next.bareBit) != 0;
  }
}
