package org.isnad.core.incident;

import java.time.Instant;
import java.util.List;

/**
 * What a person decided about an incident. Decisions are only ever added; what the user sees is the
 * projection of reports and decisions, so an undone decision stays on record.
 */
public sealed interface Decision {

  /** Its identifier, unique among all decisions. */
  String id();

  /** Who decided. */
  String by();

  /** When; the clock is the caller's. */
  Instant at();

  /** Why, in the person's words; may be empty. */
  String reason();

  /** The incident stands as it is. */
  record Accept(String id, String by, Instant at, String reason, String incident)
      implements Decision {}

  /** The incident, accepted before, goes to the public. */
  record Publish(String id, String by, Instant at, String reason, String incident)
      implements Decision {}

  /** The incident is none. */
  record Reject(String id, String by, Instant at, String reason, String incident)
      implements Decision {}

  /** Somebody should look again. */
  record Unsure(String id, String by, Instant at, String reason, String incident)
      implements Decision {}

  /** A remark that changes nothing. */
  record Comment(String id, String by, Instant at, String reason, String incident)
      implements Decision {}

  /**
   * One value is another.
   *
   * @param slot name of the slot in the published schema
   * @param value the value as it is written there
   */
  record Edit(
      String id, String by, Instant at, String reason, String incident, String slot, String value)
      implements Decision {}

  /**
   * The reports are of one event, whatever speaks against it.
   *
   * @param reports ids, two at least
   */
  record Merge(String id, String by, Instant at, String reason, List<String> reports)
      implements Decision {

    /** Copies the list. */
    public Merge {
      reports = List.copyOf(reports);
    }
  }

  /**
   * The reports of the two lists are of two events, whatever speaks against it.
   *
   * @param part ids of the reports taken out
   * @param rest ids of the reports they are taken from
   */
  record Split(
      String id, String by, Instant at, String reason, List<String> part, List<String> rest)
      implements Decision {

    /** Copies the lists. */
    public Split {
      part = List.copyOf(part);
      rest = List.copyOf(rest);
    }
  }

  /**
   * An earlier decision no longer counts.
   *
   * @param undone id of that decision; undoing an undoing brings the first one back
   */
  record Undo(String id, String by, Instant at, String reason, String undone) implements Decision {}
}
