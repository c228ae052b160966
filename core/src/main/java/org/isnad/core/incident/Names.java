package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isnad.core.text.Normalizer;

/** Whether two names as written in texts are names of one thing. */
final class Names {

  /** Share of the shorter name's words that must return in the longer: two of three. */
  private static final double SHARED = 0.66;

  /**
   * Letters by which two forms of a word may differ in front: the article, a preposition with it.
   */
  private static final int PREFIX = 3;

  private static final int SHORTEST = 3;

  private Names() {}

  static boolean alike(String a, String b) {
    List<String> shorter = words(a);
    List<String> longer = words(b);
    if (shorter.size() > longer.size()) {
      List<String> swap = shorter;
      shorter = longer;
      longer = swap;
    }
    if (shorter.isEmpty()) {
      return false;
    }
    int shared = 0;
    for (String word : shorter) {
      shared += longer.stream().anyMatch(other -> sameWord(word, other)) ? 1 : 0;
    }
    return shared >= SHARED * shorter.size();
  }

  /** The words of a name, folded. */
  static Set<String> wordSet(String name) {
    return Set.copyOf(words(name));
  }

  private static boolean sameWord(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    return shorter.equals(longer)
        || shorter.length() >= SHORTEST
            && longer.length() - shorter.length() <= PREFIX
            && longer.endsWith(shorter);
  }

  private static List<String> words(String name) {
    String folded = Normalizer.fold(name);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= folded.length(); i++) {
      boolean letter = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(folded.substring(start, i));
        start = -1;
      }
    }
    return words;
  }
}
