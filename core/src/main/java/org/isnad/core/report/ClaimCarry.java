package org.isnad.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;

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

  /** Sentences over which "that" reaches back. */
  private static final int THAT_REACH = 1;

  /** How far behind "denied" the word that stands for the event can stand. */
  private static final int THAT_WITHIN = 3;

  /** Sentences over which a statement goes on in the outlet's own voice. */
  private static final int STATEMENT_REACH = 2;

  /** How far behind "accused" the charge stands: behind whom it is laid to, with adjectives. */
  private static final int BLAMED_WITHIN = 14;

  /** How far behind "denied" the word for responsibility stands. */
  private static final int DENIED_WITHIN = 6;

  /** Where drafts of the headline are kept among those of numbered sentences. */
  private static final int IN_TITLE = -1;

  private ClaimCarry() {}

  /** Gives each claim and denial that no draft of the body has taken to the event before it. */
  static void attach(List<Draft> drafts, AnalyzedText body, Mentions mentions) {
    Set<Attribution> taken = new HashSet<>();
    drafts.stream().filter(d -> d.text == body).forEach(d -> taken.addAll(d.said));
    DeedsTold deeds = new DeedsTold(drafts, body);
    for (Attribution attribution : mentions.attributions().all()) {
      boolean whose = attribution.speaker() != null && attribution.direct();
      int reach = whose && !taken.contains(attribution) ? reach(body, attribution) : 0;
      if (reach > 0) {
        Draft draft = deeds.before(attribution.cue().first(), reach);
        if (draft != null) {
          draft.said.add(attribution);
          taken.add(attribution);
          draft.derivations.add(attribution.derivation());
        }
      }
    }
  }

  /** Sentences over which the words mean an event told before; none where they mean no event. */
  private static int reach(AnalyzedText body, Attribution attribution) {
    if (meansAnEvent(body, attribution)) {
      return CLAIM_REACH;
    }
    boolean that =
        switch (attribution.act()) {
          case DENY -> deniesThat(body, attribution);
          case ACCUSE -> attribution.object() != null && blamesForThat(body, attribution);
          default -> false;
        };
    return that ? THAT_REACH : 0;
  }

  /** "held X responsible", "accused X of standing behind it": what stands for the event told. */
  private static boolean blamesForThat(AnalyzedText body, Attribution attribution) {
    int end = Math.min(attribution.scope().end(), attribution.cue().end() + BLAMED_WITHIN);
    for (int i = attribution.cue().first(); i < end; i++) {
      Token token = body.token(i);
      if (token.is("speech-nouns", "responsibility")
          || token.is("denied-things")
          || token.is("event-references")
          || token.is("no-claim")) {
        return true;
      }
    }
    return false;
  }

  /** "denied that", "denied the charges": what stands for the event or the charge before it. */
  private static boolean deniesThat(AnalyzedText body, Attribution attribution) {
    int behind = attribution.cue().end();
    if (behind >= attribution.scope().end() || body.token(behind).isPunctuation()) {
      return true;
    }
    int end = Math.min(attribution.scope().end(), attribution.cue().end() + THAT_WITHIN);
    for (int i = attribution.cue().end(); i < end; i++) {
      if (body.token(i).is("denied-things")) {
        return true;
      }
    }
    return false;
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

  /** Lets a statement that tells of a side's strikes go on over those told in nobody's words. */
  static void goOn(List<Draft> drafts) {
    List<Draft> told = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.said.stream().anyMatch(VoiceReader::vouches)) {
        told.add(draft);
      }
    }
    Map<Integer, List<Draft>> bySentence = new HashMap<>();
    for (Draft draft : told) {
      int at = draft.inTitle ? IN_TITLE : draft.sentence.index();
      bySentence.computeIfAbsent(at, key -> new ArrayList<>()).add(draft);
    }
    for (Draft draft : drafts) {
      boolean silent = draft.said.stream().noneMatch(VoiceReader::vouches);
      if (silent && !draft.background && VoiceReader.isClaimable(draft.type)) {
        statement(draft, draft.inTitle ? told : near(draft, bySentence));
      }
    }
  }

  /** What was told in the headline, and in this sentence and the few before it. */
  private static List<Draft> near(Draft draft, Map<Integer, List<Draft>> told) {
    List<Draft> near = new ArrayList<>(told.getOrDefault(IN_TITLE, List.of()));
    for (int back = STATEMENT_REACH; back >= 0; back--) {
      near.addAll(told.getOrDefault(draft.sentence.index() - back, List.of()));
    }
    return near;
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
