package org.isnad.core.reuse;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.isnad.core.lexicon.DataException;
import org.isnad.core.lexicon.Entry;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * The words by which an article names a day near its own: what newsrooms change when they reprint.
 *
 * <p>Each spelling is one or more words. A spelling that names no day ("day", in "the day of
 * Monday") only joins the day words that follow it. Neighbours run together: "today (Monday)" is
 * one stretch.
 */
public final class DayWords {

  /** No day words: every word stands for itself. */
  public static final DayWords NONE = new DayWords(List.of());

  private static final String LIST = "day-words";

  private final long[] firstWords;
  private final Spelling[][] byFirstWord;

  /**
   * The day words with these spellings.
   *
   * @throws IllegalArgumentException if a spelling holds no word
   */
  public DayWords(List<Spelling> spellings) {
    TreeMap<Long, List<Spelling>> sorted = new TreeMap<>();
    for (Spelling spelling : spellings) {
      sorted.computeIfAbsent(spelling.words[0], first -> new ArrayList<>()).add(spelling);
    }
    firstWords = sorted.keySet().stream().mapToLong(Long::longValue).toArray();
    byFirstWord = sorted.values().stream().map(DayWords::longestFirst).toArray(Spelling[][]::new);
  }

  /**
   * The list {@code day-words} of the knowledge files; none where there is no such list.
   *
   * @throws org.isnad.core.lexicon.DataException if a line's offset or weekday cannot be read
   */
  public static DayWords of(Lexicon lexicon) {
    List<Spelling> spellings = new ArrayList<>();
    for (Entry entry : lexicon.entries(LIST)) {
      Integer offset = offset(entry);
      DayOfWeek weekday = weekday(entry);
      entry.spellings().forEach(arabic -> spellings.add(new Spelling(arabic, offset, weekday)));
    }
    return new DayWords(spellings);
  }

  private static @Nullable Integer offset(Entry entry) {
    String offset = entry.attribute("offset");
    try {
      return isNone(offset) ? null : Integer.valueOf(offset);
    } catch (NumberFormatException e) {
      throw unreadable(entry, offset, "a number of days such as -1, or -");
    }
  }

  private static @Nullable DayOfWeek weekday(Entry entry) {
    String weekday = entry.attribute("weekday");
    try {
      return isNone(weekday) ? null : DayOfWeek.valueOf(weekday);
    } catch (IllegalArgumentException e) {
      throw unreadable(entry, weekday, "a weekday such as MONDAY, or -");
    }
  }

  private static DataException unreadable(Entry entry, String read, String expected) {
    return new DataException(
        entry.file(), entry.line(), entry.key() + ": read \"" + read + "\", expected " + expected);
  }

  private static boolean isNone(String value) {
    return value.isEmpty() || value.equals("-");
  }

  /** One spelling and the day it names. */
  public static final class Spelling {

    private final long[] words;
    private final DayWord day;

    /**
     * A spelling of a day word.
     *
     * @param arabic one or more words; spelling variants are folded
     * @param offset days from the day of writing, or null
     * @param weekday the weekday named, or null
     * @throws IllegalArgumentException if {@code arabic} holds no word
     */
    public Spelling(String arabic, @Nullable Integer offset, @Nullable DayOfWeek weekday) {
      words = WordSequence.plainHashes(Normalizer.fold(arabic));
      if (words.length == 0) {
        throw new IllegalArgumentException("a day word needs letters, not \"" + arabic + "\"");
      }
      day = new DayWord(offset, weekday);
    }
  }

  /** The longest spelling that starts at word {@code at}, or null. */
  @Nullable Stretch startingAt(long[] words, int at, int size) {
    int found = Arrays.binarySearch(firstWords, words[at]);
    if (found < 0) {
      return null;
    }
    for (Spelling spelling : byFirstWord[found]) {
      int end = at + spelling.words.length;
      if (end <= size && Arrays.equals(words, at, end, spelling.words, 0, spelling.words.length)) {
        return new Stretch(end, spelling.day);
      }
    }
    return null;
  }

  /** A stretch of day words that ends before word {@code end}. */
  record Stretch(int end, DayWord day) {

    boolean namesDay() {
      return day.offset() != null || day.weekday() != null;
    }
  }

  private static Spelling[] longestFirst(List<Spelling> spellings) {
    return spellings.stream()
        .sorted(Comparator.comparingInt((Spelling s) -> -s.words.length))
        .toArray(Spelling[]::new);
  }
}
