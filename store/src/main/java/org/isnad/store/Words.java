package org.isnad.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Numbers for words, so that a row of an index holds numbers; words are only ever added. */
final class Words {

  /** Not a known word. */
  static final int UNKNOWN = -2;

  private static final int NONE = -1;

  /** A word of a kind. */
  record Word(String kind, String text) {}

  private final Map<Word, Integer> places = new ConcurrentHashMap<>();
  private final List<Word> words = new ArrayList<>();

  /** The number of a word, a new one where it has none; -1 for none. */
  synchronized int of(String kind, @Nullable String text) {
    if (text == null) {
      return NONE;
    }
    Word word = new Word(kind, text);
    Integer place = places.get(word);
    if (place == null) {
      place = words.size();
      words.add(word);
      places.put(word, place);
    }
    return place;
  }

  /** The number of a word, or {@link #UNKNOWN}. */
  int find(String kind, String text) {
    return places.getOrDefault(new Word(kind, text), UNKNOWN);
  }

  /** All words by their numbers, as they are now. */
  synchronized List<Word> known() {
    return List.copyOf(words);
  }
}
