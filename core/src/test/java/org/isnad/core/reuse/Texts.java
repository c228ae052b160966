package org.isnad.core.reuse;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Texts of invented words for tests: what matters here is which words recur, not what they mean.
 */
final class Texts {

  static final DayWords DAYS =
      new DayWords(
          List.of(
              new DayWords.Spelling("يوم", null, null),
              new DayWords.Spelling("اليوم", 0, null),
              new DayWords.Spelling("أمس", -1, null),
              new DayWords.Spelling("أول من أمس", -2, null),
              new DayWords.Spelling("الاثنين", null, DayOfWeek.MONDAY),
              new DayWords.Spelling("الثلاثاء", null, DayOfWeek.TUESDAY)));

  private static final String LETTERS = "بتجحدرسشصطعفقكلمن";

  private final Random random;

  Texts(long seed) {
    random = new Random(seed);
  }

  String word() {
    StringBuilder word = new StringBuilder();
    int length = 4 + random.nextInt(5);
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  List<String> words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(word());
    }
    return words;
  }

  String text(int count) {
    return String.join(" ", words(count));
  }

  /** The words with one in {@code every} replaced. */
  String edited(String text, int every) {
    StringJoiner edited = new StringJoiner(" ");
    for (String word : text.split(" ")) {
      edited.add(random.nextInt(every) == 0 ? word() : word);
    }
    return edited.toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  static WordSequence sequence(String text) {
    return WordSequence.of(text, DAYS);
  }
}
