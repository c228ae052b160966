package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;
import org.jspecify.annotations.Nullable;

/**
 * Gives claims and denials to events that stand in other words of the article than they do.
 *
 * <p>"The movement claimed responsibility." names no event: it means the one told just before. And
 * where a command's statement tells some of its strikes, those that the article goes on to tell in
 * its own voice, or in its headline, are from the same statement.
 */
final class ClaimCarry {

  /** Sentences over which a claim that names no event reaches back. */
  private static final int CLAIM_REACH = 3;

  /** Sentences over which a statement goes on in the outlet's own voice. */
  private static final int STATEMENT_REACH = 2;

  /** How far behind "denied" the word for responsibility stands. */
  private static final int DENIED_WITHIN = 6;

  private ClaimCarry() {}

  /** Gives each claim and denial that no draft of the body has taken to the event before it. */
  static void attach(List<Draft> drafts, AnalyzedText body, Mentions mentions) {
    for (Attribution attribution : mentions.attributions().all()) {
      boolean whose = attribution.speaker() != null && attribution.direct();
      if (whose && meansAnEvent(body, attribution) && isLoose(drafts, body, attribution)) {
        Draft draft = before(drafts, body, attribution);
        if (draft != null) {
          draft.said.add(attribution);
          draft.derivations.add(attribution.derivation());
        }
      }
    }
  }

  private static boolean meansAnEvent(AnalyzedText body, Attribution attribution) {
    if (attribution.act() != SpeechAct.DENY) {
      return attribution.act() == SpeechAct.CLAIM;
    }
    int end = Math.min(attribution.scope().end(), attribution.cue().end() + DENIED_WITHIN);
    for (int i = attribution.cue().first(); i < end; i++) {
      if (body.token(i).is("speech-nouns", "responsibility")
          || body.token(i).is("speech-nouns", "involvement")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLoose(List<Draft> drafts, AnalyzedText body, Attribution attribution) {
    return drafts.stream().noneMatch(d -> d.text == body && d.said.contains(attribution));
  }

  /** The last deed told before the claim, in its sentence or in one of the few before it. */
  private static @Nullable Draft before(
      List<Draft> drafts, AnalyzedText body, Attribution attribution) {
    int cue = attribution.cue().first();
    Draft best = null;
    int nearest = Integer.MIN_VALUE;
    for (Draft draft : drafts) {
      boolean deed = draft.text == body && VoiceReader.isClaimable(draft.type);
      int last = deed ? lastBefore(draft, cue) : Integer.MIN_VALUE;
      if (last > nearest) {
        nearest = last;
        best = draft;
      }
    }
    return best != null && sentences(body, nearest, cue) <= CLAIM_REACH ? best : null;
  }

  /** The last token before the cue at which the draft is told; less than any where none is. */
  private static int lastBefore(Draft draft, int cue) {
    int first = draft.words.getFirst().first();
    int last = first < cue ? first : Integer.MIN_VALUE;
    for (Sentence sentence : draft.evidence) {
      if (sentence.end() <= cue) {
        last = Math.max(last, sentence.first());
      }
    }
    return last;
  }

  private static int sentences(AnalyzedText body, int from, int to) {
    int count = 0;
    for (Sentence sentence : body.sentences()) {
      boolean behind = sentence.first() > from && sentence.first() <= to;
      count += behind ? 1 : 0;
    }
    return count;
  }

  /** Lets a statement that tells of a side's strikes go on over those told in nobody's words. */
  static void goOn(List<Draft> drafts) {
    List<Draft> told = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.said.stream().anyMatch(VoiceReader::vouches)) {
        told.add(draft);
      }
    }
    for (Draft draft : drafts) {
      boolean silent = draft.said.stream().noneMatch(VoiceReader::vouches);
      if (silent && !draft.background && VoiceReader.isClaimable(draft.type)) {
        statement(draft, told);
      }
    }
  }

  private static void statement(Draft draft, List<Draft> told) {
    for (Draft other : told) {
      if (other.type == draft.type && isNear(draft, other)) {
        for (Attribution attribution : other.said) {
          if (isOwn(draft, other, attribution)) {
            draft.said.add(attribution);
            draft.own.add(attribution);
            return;
          }
        }
      }
    }
  }

  private static boolean isNear(Draft draft, Draft other) {
    boolean title = draft.inTitle != other.inTitle;
    int sentences = draft.sentence.index() - other.sentence.index();
    return title || sentences >= 0 && sentences <= STATEMENT_REACH;
  }

  private static boolean isOwn(Draft draft, Draft other, Attribution attribution) {
    return VoiceReader.tells(attribution.act())
        && other.actors.stream().anyMatch(a -> attribution.speaksFor(a.id()))
        && draft.actors.stream().anyMatch(a -> attribution.speaksFor(a.id()));
  }
}
