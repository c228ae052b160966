package org.isnad.core.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.jspecify.annotations.Nullable;

/** Where the deeds of a text are told, so that the last one before a claim is found at once. */
final class DeedsTold {

  private final List<Draft> drafts;
  private final AnalyzedText body;

  /** Number of the first draft told with its words at a token. */
  private final TreeMap<Integer, Integer> byWords = new TreeMap<>();

  /** Number of the first draft told in the sentence that opens at a token. */
  private final TreeMap<Integer, Integer> bySentence = new TreeMap<>();

  /** The deeds among the drafts that stand in {@code body}. */
  DeedsTold(List<Draft> drafts, AnalyzedText body) {
    this.drafts = drafts;
    this.body = body;
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.text == body && VoiceReader.isClaimable(draft.type)) {
        byWords.putIfAbsent(draft.words.getFirst().first(), i);
        for (Sentence sentence : draft.evidence) {
          bySentence.putIfAbsent(sentence.first(), i);
        }
      }
    }
  }

  /**
   * The last deed told before a token, in its sentence or in one of the few before it.
   *
   * @param reach how many sentences back it may stand
   */
  @Nullable Draft before(int token, int reach) {
    Sentence sentence = body.sentenceOf(token);
    Map.Entry<Integer, Integer> words = byWords.lowerEntry(token);
    Map.Entry<Integer, Integer> told = bySentence.lowerEntry(sentence.first());
    Map.Entry<Integer, Integer> last = later(words, told);
    return last != null && sentence.index() - body.sentenceOf(last.getKey()).index() <= reach
        ? drafts.get(last.getValue())
        : null;
  }

  /** The later of two; of two at one token the one told first. */
  private static Map.@Nullable Entry<Integer, Integer> later(
      Map.@Nullable Entry<Integer, Integer> one, Map.@Nullable Entry<Integer, Integer> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int order = Integer.compare(one.getKey(), other.getKey());
    return order > 0 || order == 0 && one.getValue() <= other.getValue() ? one : other;
  }
}
