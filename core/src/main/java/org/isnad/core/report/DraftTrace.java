package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.rule.Derivation;

/**
 * Notes on a draft which rules and list entries made its values, so that every value explains
 * itself.
 */
final class DraftTrace {

  private final Mentions mentions;

  DraftTrace(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Adds what the sentence step of reading rests on. */
  void note(Draft draft) {
    for (EventWord word : draft.words) {
      draft.derivations.add(
          new Derivation("event/word", List.of(word.label().entry().qualified())));
    }
    if (draft.time != null) {
      draft.derivations.add(draft.time.derivation());
    }
    if (draft.place != null) {
      draft.derivations.add(draft.place.derivation());
    }
    parties(draft);
    for (WeaponMention weapon : within(draft)) {
      draft.derivations.add(weapon.derivation());
    }
    for (Attribution attribution : draft.said) {
      draft.derivations.add(attribution.derivation());
    }
  }

  /** Adds the figures and words of outcome, which come to a draft later. */
  static void noteFigures(Draft draft) {
    draft.tolls.forEach(toll -> draft.derivations.add(toll.derivation()));
    draft.outcomeWords.forEach(outcome -> draft.derivations.add(outcome.derivation()));
  }

  private void parties(Draft draft) {
    List<Party> named = new ArrayList<>(draft.actors);
    named.addAll(draft.targets);
    for (PartyMention mention :
        Mentions.within(mentions.parties(), draft.sentence.first(), draft.sentence.end())) {
      if (named.stream().anyMatch(party -> mention.span().equals(party.span()))) {
        draft.derivations.add(mention.derivation());
      }
    }
  }

  private List<WeaponMention> within(Draft draft) {
    return Mentions.within(mentions.weapons(), draft.reach.first(), draft.reach.end());
  }
}
