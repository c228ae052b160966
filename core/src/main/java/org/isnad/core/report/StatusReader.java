package org.isnad.core.report;

import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.mention.source.Attribution;
import org.isnad.core.mention.source.SpeechAct;

/** How firmly a draft is told (codebook section 4). */
final class StatusReader {

  private StatusReader() {}

  /**
   * Foiled where a verb of preventing carries the event, denied where its only word is a denial.
   */
  static Status of(Draft draft) {
    if (draft.has(Role.FOIL)) {
      return Status.FOILED;
    }
    boolean denied = draft.said.stream().anyMatch(a -> a.act() == SpeechAct.DENY);
    return denied && draft.said.stream().noneMatch(StatusReader::vouches)
        ? Status.DENIED
        : Status.ASSERTED;
  }

  private static boolean vouches(Attribution attribution) {
    return attribution.act() != SpeechAct.DENY && attribution.act() != SpeechAct.NO_COMMENT;
  }
}
