package org.isnad.core.mention.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds, in one text, the names that are read only behind a cue word, and again where the text has
 * named them so before. Asks the gazetteer for each name once, so that the cost does not grow with
 * how often a name is written.
 */
final class CuedNames {

  /** Longest name asked for, in words: of 70,000 villages 11 have longer names. */
  private static final int LONGEST = 5;

  private final Gazetteer gazetteer;
  private final AnalyzedText text;
  private final int longest;
  private final Map<String, List<Place>> asked = new HashMap<>();
  private final Map<String, Integer> firstNamed = new HashMap<>();

  CuedNames(Gazetteer gazetteer, AnalyzedText text) {
    this.gazetteer = gazetteer;
    this.text = text;
    this.longest = Math.min(LONGEST, gazetteer.longestCued());
  }

  /**
   * A name.
   *
   * @param end number behind its last token
   * @param places all places of that name
   */
  record Name(int end, List<Place> places) {}

  /** Whether there are no such names at all. */
  boolean isEmpty() {
    return longest == 0;
  }

  /**
   * The longest name that starts at a token.
   *
   * @param joined whether "and" is written together with its first word
   */
  @Nullable Name at(int first, int end, boolean joined) {
    Name found = null;
    StringBuilder words = new StringBuilder();
    for (int i = first; i < Math.min(end, first + longest) && text.token(i).isWord(); i++) {
      Token token = text.token(i);
      boolean and = i == first && joined;
      words.append(i == first ? "" : " ").append(and ? token.norm().substring(1) : token.norm());
      List<Place> places = places(words.toString());
      if (!places.isEmpty()) {
        found = new Name(i + 1, places);
      }
    }
    return found;
  }

  /** The name at a token, where the text has named it behind a cue word before that. */
  @Nullable Name again(int first, int end) {
    if (firstNamed.isEmpty()) {
      return null;
    }
    Name found = at(first, end, false);
    Integer named = found == null ? null : firstNamed.get(words(first, found.end()));
    return named != null && named < first ? found : null;
  }

  /** The places of exactly these words. */
  List<Place> exactly(int first, int end) {
    return end - first > longest ? List.of() : places(words(first, end));
  }

  /** Remembers that a name was read. */
  void remember(int first, int end) {
    firstNamed.merge(words(first, end), first, Math::min);
  }

  private List<Place> places(String words) {
    return asked.computeIfAbsent(words, gazetteer::cued);
  }

  private String words(int first, int end) {
    List<String> words = new ArrayList<>(end - first);
    for (int i = first; i < end; i++) {
      words.add(text.token(i).norm());
    }
    return String.join(" ", words);
  }

  /** Whether a token may be "and" written together with a name. */
  static boolean opensWithAnd(Token token) {
    return token.isWord()
        && token.norm().length() > 3
        && Normalizer.opensWithConjunction(token.norm());
  }
}
