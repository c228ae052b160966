package org.isnad.core.report;

import java.util.List;
import org.isnad.core.analysis.Label;
import org.isnad.core.mention.SourceMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.mention.source.Attribution;

/**
 * Tells violence that a speaker says will come: a threat (codebook section 2, section 12: violence
 * must be named); violence to come that nobody says is no event.
 */
final class FutureReader {

  /** How far the particle of the future can stand before the verb: a subject may stand between. */
  private static final int REACH = 6;

  private FutureReader() {}

  /** Whether the draft's first verb of violence is in the future. */
  static boolean isFuture(Draft draft) {
    for (EventWord word : draft.words) {
      if (word.isVerb() && word.role() != Role.EFFECT) {
        return isFuture(draft, word);
      }
    }
    return false;
  }

  /** Makes a threat of what a speaker says will be done. */
  static void read(Draft draft) {
    boolean deed =
        draft.type != EventType.THREAT
            && draft.type != EventType.TALKS
            && draft.type != EventType.SECURITY_OPERATION;
    boolean vow = draft.actors.isEmpty() && draft.head().label().entry().is("vow", "yes");
    if (!vow && !(deed && isFuture(draft))) {
      return;
    }
    for (Attribution attribution : draft.said) {
      SourceMention speaker = attribution.speaker();
      boolean vows =
          speaker != null
              && (speaker.kind() == SourceMention.Kind.PERSON
                  || speaker.kind() == SourceMention.Kind.ORGANISATION
                  || vow && speaker.kind() == SourceMention.Kind.UNNAMED);
      if (vows && speaker != null) {
        draft.type = EventType.THREAT;
        draft.place = null;
        draft.time = null;
        draft.otherPlaces.clear();
        draft.weapons.clear();
        draft.actors.clear();
        draft.actors.add(
            new Party(
                speaker.name(),
                speaker.id(),
                null,
                Party.Standing.STATED,
                null,
                List.of(),
                speaker.span()));
        return;
      }
    }
  }

  private static boolean isFuture(Draft draft, EventWord word) {
    if (word.label().clitics().has("s")) {
      return true;
    }
    for (int i = Math.max(draft.sentence.first(), word.first() - REACH); i < word.first(); i++) {
      Label label = draft.text.token(i).label("event-modality");
      if (label != null && label.entry().is("class", "future")) {
        return true;
      }
    }
    return false;
  }
}
