package org.isnad.app;

import java.util.List;
import org.isnad.core.lexicon.Form;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.Words;
import org.isnad.core.text.Normalizer;

/**
 * Decides whether the names of an imported place can stand for it alone, or only behind a cue word
 * ("village of").
 *
 * <p>Village names are common nouns, adjectives and names of persons more often than not, and there
 * is no list of all those words. So a name stands alone only if much speaks for it: the place is a
 * town of some size, the name is not short, and no list of the knowledge files knows it as anything
 * else.
 */
final class Commonness {

  /** Inhabitants of the smallest towns in {@code cities15000}, the table of towns of GeoNames. */
  private static final long TOWN = 15_000;

  /** Shortest name, in letters without the article, that stands alone: shorter ones are words. */
  private static final int SHORTEST = 4;

  private final Lexicon lexicon;

  Commonness(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether all names need a cue word beside them. */
  boolean needsCue(long population, List<String> names) {
    return population < TOWN || names.stream().anyMatch(this::isCommon);
  }

  private boolean isCommon(String name) {
    List<String> words = Words.of(Normalizer.fold(name));
    if (words.size() > 1) {
      return words.stream().allMatch(this::isListed);
    }
    String word = words.isEmpty() ? "" : words.getFirst();
    int article = Normalizer.opensWithArticle(word) ? Normalizer.ARTICLE.length() : 0;
    return word.length() - article < SHORTEST || isListed(word);
  }

  /** Whether the word is, or holds behind clitics, an entry of any list. */
  private boolean isListed(String word) {
    for (Lexicon.Reading reading : lexicon.readings(word)) {
      boolean whole = reading.clitics().before().isEmpty();
      for (Form form : whole ? reading.node().forms() : reading.forms()) {
        if (!whole || !form.entry().list().equals(Gazetteer.LIST)) {
          return true;
        }
      }
    }
    return false;
  }
}
