package org.isnad.core.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.source.Attribution;

/**
 * Gives an event those who speak of it in sentences that do not tell it anew: {@code وقال مسؤول
 * محلي إن المهاجمين فروا} after an attack. They vouch for the event, and for none of its values
 * unless they name one (codebook section 9).
 *
 * <p>What is spoken of must be known from before: a definite word for the event, its weapon, those
 * who attacked or those who were hurt.
 */
final class Remarks {

  /** Sentences over which a remark looks back. */
  private static final int REACH = 2;

  /** How far behind the verb of saying the words stand for what is spoken of. */
  private static final int WITHIN = 8;

  private static final List<String> TOLD = List.of("event-nouns", "weapons", "event-references");

  private Remarks() {}

  /** Adds each remark of the body to the deed told before it. */
  static void attach(List<Draft> drafts, AnalyzedText body, Mentions mentions) {
    Set<Integer> telling = new HashSet<>();
    Set<Attribution> taken = new HashSet<>();
    for (Draft draft : drafts) {
      if (draft.text == body) {
        draft.evidence.forEach(sentence -> telling.add(sentence.index()));
        taken.addAll(draft.said);
      }
    }
    DeedsTold deeds = new DeedsTold(drafts, body);
    for (Attribution remark : mentions.attributions().all()) {
      int sentence = body.sentenceOf(remark.cue().first()).index();
      if (!telling.contains(sentence) && !taken.contains(remark) && isRemark(body, remark)) {
        Draft draft = deeds.before(remark.cue().first(), REACH);
        if (draft != null && draft.scope == Scope.SINGLE && draft.telling == Telling.TOLD) {
          draft.remarks.add(remark);
        }
      }
    }
  }

  private static boolean isRemark(AnalyzedText body, Attribution remark) {
    boolean speech =
        switch (remark.act()) {
          case SAY, ANNOUNCE, CONFIRM, CONTINUE -> true;
          default -> false;
        };
    if (!speech || !remark.direct() || remark.speaker() == null) {
      return false;
    }
    int from = remark.cue().end();
    for (int i = from; i < Math.min(remark.scope().end(), from + WITHIN); i++) {
      if (isKnown(body.token(i))) {
        return true;
      }
    }
    return false;
  }

  /** A definite word for an event, a weapon, an attacker or a victim. */
  private static boolean isKnown(Token token) {
    for (Label label : token.labels()) {
      if (TOLD.contains(label.list()) && label.clitics().isDefinite()
          || label.list().equals("event-references")) {
        return true;
      }
    }
    return false;
  }
}
