package org.isnad.core.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.lexicon.Lexicon.Node;
import org.isnad.core.lexicon.Lexicon.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A folded word, number or sign with all that the lexicon knows of it. Made once for a word and
 * shared by its tokens, since a few thousand words make up most of any text. Immutable but for
 * answers that are kept with it; safe to share between threads.
 */
public final class WordForm {

  private static final char NO_SIGN = '\0';

  /** The block of Arabic letters starts behind this unit, and a letter's place in it has 6 bits. */
  private static final int BEFORE_LETTERS = 0x0620;

  private static final int BITS = 6;

  /** An odd number whose bits are spread, that of Knuth's generator of random numbers. */
  private static final long HASH = 6364136223846793005L;

  /** So many letters fit into one number. */
  private static final int LONGEST_CODED = Long.SIZE / BITS;

  private final long code;
  private final String letters;
  private final Words.Kind kind;
  private final char sign;
  private final List<Reading> readings;
  private final List<Sense> senses;
  private final long lists;
  private final long otherLists;
  private final int article;
  private final int joint;
  private final long bare;
  private final long followers;
  private final long definiteFollowers;
  private final int proclitics;
  private final boolean dual;
  private int answers;
  private volatile @Nullable Object note;

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
   * @param article letters of the article that it opens with, or 0
   * @param readings what it can be, alone or before other words
   * @param joint where two words were run together in it, or 0
   */
  WordForm(String letters, int article, List<Reading> readings, int joint) {
    this.code = number(letters, 0, letters.length());
    this.letters = letters;
    this.article = article;
    this.bare = number(letters, article, letters.length());
    this.kind = letters.isEmpty() ? Words.Kind.SPACE : Words.kind(letters, 0);
    boolean alone = kind == Words.Kind.PUNCTUATION && letters.length() == 1;
    this.sign = alone ? letters.charAt(0) : NO_SIGN;
    this.readings = readings;
    this.senses = senses(readings);
    this.joint = joint;
    long known = 0;
    long again = 0;
    for (Sense sense : senses) {
      known |= ListFilter.bit(sense.entry().list());
      again |= ListFilter.otherBit(sense.entry().list());
    }
    this.lists = known;
    this.otherLists = again;
    long plain = 0;
    int before = 0;
    long definite = 0;
    for (Reading reading : readings) {
      plain |= reading.node().followers();
      definite |= reading.definite() ? reading.node().followers() : 0;
      for (String clitic : reading.clitics().before()) {
        before |= proclitic(clitic);
      }
    }
    this.followers = plain;
    this.definiteFollowers = definite;
    this.proclitics = before;
    this.dual = senses.stream().anyMatch(s -> isDual(s.features()));
  }

  private static boolean isDual(Features features) {
    return features.part() == Features.Part.NOUN && features.number() == Features.Num.DUAL;
  }

  /** The bit of a proclitic; keys that open alike share one. */
  private static int proclitic(String key) {
    return key.isEmpty() ? 0 : 1 << key.charAt(0);
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

  /**
   * The letters of a short Arabic word in one number that no other word has, so that words are
   * compared without looking at their letters; 0 for other words, numbers and signs.
   */
  static long code(String text, int start, int end) {
    if (end - start > LONGEST_CODED) {
      return 0;
    }
    long code = 0;
    for (int i = start; i < end; i++) {
      int letter = text.charAt(i) - BEFORE_LETTERS;
      if (letter <= 0 || letter >= 1 << BITS) {
        return 0;
      }
      code = code << BITS | letter;
    }
    return code;
  }

  /** The number of a word: its code where it is a short Arabic word, else a hash of its letters. */
  static long number(String text, int start, int end) {
    long code = code(text, start, end);
    return code == 0 ? Long.MIN_VALUE | hash(text, start, end) : code;
  }

  private static long hash(String text, int start, int end) {
    long hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * HASH + text.charAt(i);
    }
    return hash;
  }

  /**
   * A number by which it is told from other words: its own where it is a short Arabic word, and a
   * negative hash of its letters elsewhere.
   */
  public long number() {
    return code;
  }

  /** The number of its letters without the article. */
  long bareNumber() {
    return bare;
  }

  /** Whether it is the word that stands in {@code text} at {@code start} and has this number. */
  boolean is(long other, String text, int start, int end) {
    return code == other
        && (other > 0 || letters.length() == end - start && text.startsWith(letters, start));
  }

  /** Letters of the article that it opens with, or 0. */
  int article() {
    return article;
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
    return sign;
  }

  /** Ways to read it as the first word of something listed, likeliest first. */
  public List<Reading> readings() {
    return readings;
  }

  /** What it is known as by itself, in the order of its readings. */
  public List<Sense> senses() {
    return senses;
  }

  /** The lists of its senses, as bits of a {@link ListFilter}. */
  public long lists() {
    return lists;
  }

  /** Whether it stands in the list by itself. */
  public boolean isIn(String list) {
    if ((lists & ListFilter.bit(list)) == 0 || (otherLists & ListFilter.otherBit(list)) == 0) {
      return false;
    }
    for (int i = 0; i < senses.size(); i++) {
      if (senses.get(i).entry().list().equals(list)) {
        return true;
      }
    }
    return false;
  }

  /** A quick no: false where no reading has this proclitic. */
  public boolean mayHave(String clitic) {
    return (proclitics & proclitic(clitic)) != 0;
  }

  /** Whether a sense is a noun in the dual. */
  public boolean mayBeDual() {
    return dual;
  }

  /**
   * The answer to a question, found when it is first asked. A thread that does not see what another
   * has found asks anew, and finds the same.
   */
  public boolean answer(FormQuestion question) {
    int known = answers;
    int bit = question.bit();
    if ((known & bit) == 0) {
      known |= question.ask(this) ? bit | bit << FormQuestion.MOST : bit;
      answers = known;
    }
    return (known & bit << FormQuestion.MOST) != 0;
  }

  /** What was noted last, or null. Several may note; each has to see whether it is its own note. */
  public @Nullable Object note() {
    return note;
  }

  /** Keeps something with the word that whoever notes it finds by its letters and senses alone. */
  public void note(Object found) {
    note = found;
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
    return (followers & Node.bit(next.code)) != 0 || (definiteFollowers & Node.bit(next.bare)) != 0;
  }
}
