package org.isnad.core.mention;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The mentions of one kind in a text, in text order, each sentence read when it is first asked for:
 * most sentences of most texts tell of no event, and nobody asks what they name. Whoever walks
 * through the list has all of it read. For use by one thread.
 *
 * @param <M> the kind
 */
public final class BySentence<M extends Mention> extends AbstractList<M> implements RandomAccess {

  private final AnalyzedText text;
  private final Function<Sentence, List<M>> finder;
  private final List<@Nullable List<M>> read;
  private @Nullable List<M> all;

  /**
   * The mentions of a text.
   *
   * @param finder finds those that start in a sentence, in text order; asked at most once for each
   */
  public BySentence(AnalyzedText text, Function<Sentence, List<M>> finder) {
    this.text = text;
    this.finder = finder;
    this.read = new ArrayList<>(Collections.nCopies(text.sentences().size(), null));
  }

  /** Those that start in the sentence. */
  public List<M> in(Sentence sentence) {
    List<M> found = read.get(sentence.index());
    if (found == null) {
      found = finder.apply(sentence);
      read.set(sentence.index(), found);
    }
    return found;
  }

  /** Those that start in the tokens from {@code first} to before {@code end}. */
  public List<M> within(int first, int end) {
    List<M> found = new ArrayList<>(4);
    int limit = Math.min(end, text.size());
    for (int at = Math.max(0, first); at < limit; ) {
      Sentence sentence = text.sentenceOf(at);
      List<M> here = in(sentence);
      for (int i = 0; i < here.size(); i++) {
        int start = start(here.get(i));
        if (first <= start && start < end) {
          found.add(here.get(i));
        }
      }
      at = sentence.end();
    }
    return found;
  }

  /** The first one that starts at the token, or null. */
  public @Nullable M at(int token) {
    if (token < 0 || token >= text.size()) {
      return null;
    }
    List<M> here = in(text.sentenceOf(token));
    for (int i = 0; i < here.size(); i++) {
      if (start(here.get(i)) == token) {
        return here.get(i);
      }
    }
    return null;
  }

  /**
   * Those of {@code all} that start in the tokens from {@code first} to before {@code end}.
   *
   * @param all mentions in text order
   */
  public static <M extends Mention> List<M> within(List<M> all, int first, int end) {
    if (all instanceof BySentence<M> read) {
      return read.within(first, end);
    }
    List<M> found = new ArrayList<>();
    for (int i = firstFrom(all, first); i < all.size() && start(all.get(i)) < end; i++) {
      found.add(all.get(i));
    }
    return found;
  }

  /**
   * The one of {@code all} that starts at the token, or null.
   *
   * @param all mentions in text order
   */
  public static <M extends Mention> @Nullable M at(List<M> all, int token) {
    if (all instanceof BySentence<M> read) {
      return read.at(token);
    }
    int i = firstFrom(all, token);
    return i < all.size() && start(all.get(i)) == token ? all.get(i) : null;
  }

  private static <M extends Mention> int firstFrom(List<M> all, int token) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (start(all.get(mid)) < token) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private static int start(Mention mention) {
    return mention.tokens().first();
  }

  @Override
  public M get(int index) {
    return all().get(index);
  }

  @Override
  public int size() {
    return all().size();
  }

  private List<M> all() {
    List<M> made = all;
    if (made == null) {
      made = new ArrayList<>();
      for (Sentence sentence : text.sentences()) {
        made.addAll(in(sentence));
      }
      all = made;
    }
    return made;
  }
}
