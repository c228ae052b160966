package org.isnad.core.report;

import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Sentence;
import org.isnad.core.analysis.Token;
import org.isnad.core.lexicon.ListFilter;

/**
 * Whether an article can have reports at all, told from the words of its events before it is read
 * who acted and who says so. Most articles with a word for an event tell of none: ministers meet,
 * teams attack, operations are medical. What has no prospects here is what {@link DraftMerger}
 * would drop after a full reading.
 */
final class Prospects {

  /** Sentences behind an event from which a figure can still be its own. */
  private static final int FIGURES_BEHIND = 2;

  /** What a speaker does who claims an event, blames somebody for it or denies it. */
  private static final Set<String> VOICES = Set.of("claim", "accuse", "deny");

  private static final String DENIALS = "denial-phrases";

  /** Lists of words for such voices, among others. */
  private static final ListFilter SPEECH =
      ListFilter.of(DENIALS, "speech-verbs", "speech-nouns", "no-claim");

  private final List<Told> all;

  private Prospects(List<Told> all) {
    this.all = all;
  }

  /**
   * Whether nothing can come of these sentences: each event falls short of being concrete whatever
   * it turns out who acted, or is of a kind that is reported only of a conflict, which none of them
   * names (codebook sections 1 and 2).
   *
   * @param all every sentence of the article that holds an event's word
   */
  static boolean none(List<Told> all) {
    return new Prospects(all).none();
  }

  private boolean none() {
    boolean vague = true;
    for (Told told : all) {
      TypeReader types = new TypeReader(told.mentions());
      for (Draft draft : told.drafts()) {
        draft.type = types.outline(draft);
        boolean here = isVague(told, draft);
        if (!here && !isQuiet(draft)) {
          return false;
        }
        vague &= here;
      }
    }
    return vague || !isOfConflict();
  }

  private boolean isOfConflict() {
    for (Told told : all) {
      if (told.isOfConflict() || mayHaveFigures(told)) {
        return true;
      }
    }
    return false;
  }

  /** Talks and arrests, which are reported where a conflict is named. */
  private static boolean isQuiet(Draft draft) {
    boolean quiet = draft.type == EventType.TALKS || draft.type == EventType.SECURITY_OPERATION;
    return quiet && !Concreteness.isVow(draft);
  }

  /**
   * Whether the draft, its type settled, is dropped as to come, or has too few points however many
   * parties turn out to take part. Talks and threats have no figures, and nobody owns up to them.
   */
  private static boolean isVague(Told told, Draft draft) {
    if (draft.joined != null || Concreteness.isVow(draft)) {
      return false;
    }
    if (draft.type != EventType.THREAT && FutureReader.isFuture(draft)) {
      return isQuiet(draft);
    }
    boolean soft = Concreteness.isSoft(draft);
    if (!soft && mayHaveFigures(told) || Concreteness.mayStand(draft, told.mentions())) {
      return false;
    }
    return soft || !mayBeOwnedUp(told, draft) || !isOwnedUp(told, draft);
  }

  /** The same for certain; speakers are looked for only where the words leave it open. */
  private static boolean isOwnedUp(Told told, Draft draft) {
    new VoiceReader(told.mentions()).read(draft);
    boolean owned = Concreteness.isOwned(draft) || VoiceReader.isDisputed(draft);
    draft.said.clear();
    draft.own.clear();
    return owned;
  }

  /** Whether somebody may claim the event, tell it as a deed of its own, or be blamed for it. */
  private static boolean mayBeOwnedUp(Told told, Draft draft) {
    if (OwnDeed.mayBe(draft)) {
      return true;
    }
    Sentence sentence = told.sentence();
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Token token = told.text().token(i);
      if (token.mayBe(SPEECH) && isVoice(token)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVoice(Token token) {
    if (token.is(DENIALS) || token.is("speech-nouns", "responsibility")) {
      return true;
    }
    for (Label label : token.labels()) {
      if (VOICES.contains(label.entry().attribute("function"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether dead or hurt are told of which an event of the sentence can be the cause. */
  private static boolean mayHaveFigures(Told told) {
    AnalyzedText text = told.text();
    int last = Math.min(text.sentences().size() - 1, told.sentence().index() + FIGURES_BEHIND);
    int first = told.sentence().first();
    int end = text.sentences().get(last).end();
    if (!holdsWordsForFigures(text, first, end)) {
      return false;
    }
    for (TollMention toll : told.mentions().tolls()) {
      if (first <= toll.tokens().first() && toll.tokens().first() < end) {
        return true;
      }
    }
    return false;
  }

  /** Most sentences hold none, and the text's figures need not be read for them. */
  private static boolean holdsWordsForFigures(AnalyzedText text, int first, int end) {
    for (int i = first; i < end; i++) {
      if (text.token(i).is(TollScene.WORDS) || text.token(i).is(TollNegations.NEGATIONS)) {
        return true;
      }
    }
    return false;
  }
}
