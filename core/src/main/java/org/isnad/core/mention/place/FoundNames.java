package org.isnad.core.mention.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The names found in a text, each sentence read when it is first asked for. What stands behind a
 * cue word is read again later in the text without one, so sentences with cue words are read before
 * those behind them.
 */
final class FoundNames {

  private final AnalyzedText text;
  private final Function<Sentence, List<Found>> finder;
  private final List<@Nullable List<Found>> read;
  private int cuedUntil;

  FoundNames(AnalyzedText text, Function<Sentence, List<Found>> finder) {
    this.text = text;
    this.finder = finder;
    this.read = new ArrayList<>(Collections.nCopies(text.sentences().size(), null));
  }

  /** The names of a sentence, in text order. */
  List<Found> in(Sentence sentence) {
    while (cuedUntil < sentence.index()) {
      Sentence earlier = text.sentences().get(cuedUntil++);
      if (hasCue(earlier)) {
        read(earlier);
      }
    }
    return read(sentence);
  }

  /** All names, in text order. */
  List<Found> all() {
    List<Found> all = new ArrayList<>();
    for (Sentence sentence : text.sentences()) {
      all.addAll(in(sentence));
    }
    return all;
  }

  private List<Found> read(Sentence sentence) {
    List<Found> found = read.get(sentence.index());
    if (found == null) {
      found = finder.apply(sentence);
      read.set(sentence.index(), found);
    }
    return found;
  }

  private boolean hasCue(Sentence sentence) {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (text.token(i).is(PlaceFinder.CUES)) {
        return true;
      }
    }
    return false;
  }
}
