package org.isnad.core.mention.source;

import java.util.Locale;

/** What a speaker does with words. */
public enum SpeechAct {
  /** Says, reports, tells. */
  SAY,
  /** Makes known. */
  ANNOUNCE,
  /** Affirms or admits. */
  CONFIRM,
  /** Goes on with what was said before. */
  CONTINUE,
  /** Says that it is not so. */
  DENY,
  /** Says "we did it". */
  CLAIM,
  /** Says who did it. */
  ACCUSE,
  /** Holds somebody for the likely author. */
  SUSPECT,
  /** Disapproves of what happened. */
  CONDEMN,
  /** Says that harm will follow. */
  THREATEN,
  /** Calls for something. */
  DEMAND,
  /** Approves. */
  PRAISE,
  /** Says what is likely to come. */
  EXPECT,
  /** Passes on the words of another. */
  CITE,
  /** Nobody has said "we did it". */
  NOBODY_CLAIMED,
  /** Refuses to say anything. */
  NO_COMMENT,
  /** The outlet could not check it. */
  UNVERIFIED;

  /** The act that a list's {@code function} names; {@code SAY} where it names none. */
  static SpeechAct of(String function) {
    return switch (function) {
      case "nobody" -> NOBODY_CLAIMED;
      case "no-comment" -> NO_COMMENT;
      case "" -> SAY;
      default -> valueOf(function.toUpperCase(Locale.ROOT));
    };
  }

  /** Whether the act makes facts of its own and needs no clause of content behind it. */
  boolean standsAlone() {
    return switch (this) {
      case ANNOUNCE, DENY, CLAIM, ACCUSE, SUSPECT, CONDEMN, THREATEN, CITE, PRAISE, DEMAND -> true;
      default -> false;
    };
  }
}
