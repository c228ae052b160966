package org.isnad.core.report;

import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;

/**
 * A sentence and the events that its words name, before it is read who, where and when.
 *
 * @param text the text in which it stands
 * @param sentence the sentence
 * @param mentions what else the text names
 * @param inTitle whether it is the headline, or of it
 * @param drafts the events, in text order
 */
record Told(
    AnalyzedText text, Sentence sentence, Mentions mentions, boolean inTitle, List<Draft> drafts) {

  private static final String CONFLICT = "event-conflict";

  /** The events of a sentence, without what only everyday words tell and what is unreal. */
  static Told of(AnalyzedText text, Sentence sentence, Mentions mentions, boolean inTitle) {
    List<Draft> drafts = new SentenceReader(mentions).read(text, sentence, inTitle);
    if (!drafts.isEmpty()) {
      new ArmedContext(mentions).clear(text, sentence, drafts);
      Modality.clear(drafts);
    }
    return new Told(text, sentence, mentions, inTitle, drafts);
  }

  /** Whether the sentence names the conflict: its words, weapons, a faction or an army. */
  boolean isOfConflict() {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      if (text.token(i).is(CONFLICT)) {
        return true;
      }
    }
    return new ArmedContext(mentions).isOfWar(sentence);
  }
}
