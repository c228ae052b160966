package org.isnad.core.report;

import java.util.List;

/**
 * Lets strikes without a named actor be those of the strikes told just before: round-ups name the
 * air force once and then only places ("… كما استهدفت غارات أخرى …").
 */
final class ActorEllipsis {

  /** Sentences without their own actor over which the one named before is believed. */
  private static final int REACH = 3;

  private ActorEllipsis() {}

  /** Fills in the actors of strikes, in text order. */
  static void fill(List<Draft> drafts) {
    Draft named = null;
    Draft before = null;
    for (Draft draft : drafts) {
      if (draft.subjectLeftOut && draft.actors.isEmpty() && before != null) {
        before.actors.forEach(actor -> draft.actors.add(carried(actor)));
      }
      before = draft.actors.isEmpty() || draft.inTitle ? before : draft;
      if (draft.type != EventType.AIR_STRIKE || draft.inTitle) {
        continue;
      }
      if (!draft.actors.isEmpty()) {
        named = draft;
      } else if (named != null && goesOn(named, draft)) {
        named.actors.forEach(actor -> draft.actors.add(carried(actor)));
      }
    }
  }

  private static boolean goesOn(Draft named, Draft draft) {
    return !draft.background && draft.sentence.index() - named.sentence.index() <= REACH;
  }

  private static Party carried(Party actor) {
    return new Party(
        actor.name(),
        actor.id(),
        actor.nameEn(),
        actor.standing(),
        actor.by(),
        actor.framing(),
        null);
  }
}
