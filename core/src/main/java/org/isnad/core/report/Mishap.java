package org.isnad.core.report;

import java.util.Set;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.event.EventWord;
import org.isnad.core.mention.event.EventWord.Role;
import org.isnad.core.mention.party.PartyKinds;

/**
 * Tells what kills, hurts and bursts by nobody's arms (codebook section 1, accidents and natural
 * disasters): a bear kills, a lorry runs over, a tyre explodes, firemen control a fire, people are
 * held in a lift, a rocket carries a satellite.
 */
final class Mishap {

  private static final String LIST = "mishaps";

  /** Most tokens from the verb to the beast or thing that is its subject: an adjective between. */
  private static final int SUBJECT_REACH = 2;

  /** Most tokens from "control" to the fire: who controls it and "on" between. */
  private static final int FIRE_REACH = 10;

  /** Deeds of hand and body, which beasts and vehicles do too. */
  private static final Set<EventType> BODILY =
      Set.of(
          EventType.ATTACK, EventType.ARMED_ATTACK, EventType.EXECUTION, EventType.ASSASSINATION);

  private final Mentions mentions;

  Mishap(Mentions mentions) {
    this.mentions = mentions;
  }

  /** Whether the draft, its type read, is an accident. */
  boolean is(Draft draft) {
    return switch (draft.type) {
      case EXPLOSION, BOMBING -> burstsByItself(draft);
      case CLASH -> isFireUnderControl(draft);
      case ABDUCTION -> isTrapped(draft);
      case ROCKET_ATTACK, DRONE_ATTACK, AIR_STRIKE -> isFlight(draft) || isWreck(draft);
      default -> BODILY.contains(draft.type) && (isByBeast(draft) || isRunOver(draft));
    };
  }

  /** The longest label of the list at a token where it is of the class, or null. */
  private static boolean is(Draft draft, int at, String kind) {
    Label label = draft.sentence.contains(at) ? draft.text.token(at).label(LIST) : null;
    return label != null && label.entry().is("class", kind);
  }

  private static boolean isNamed(Draft draft, int from, int to, String kind) {
    for (int i = Math.max(from, draft.sentence.first());
        i < Math.min(to, draft.sentence.end());
        i++) {
      if (is(draft, i, kind)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInSentence(Draft draft, String kind) {
    return isNamed(draft, draft.sentence.first(), draft.sentence.end(), kind);
  }

  /** "a bear killed a tourist", "a stray camel kills three", "slaughtered a thousand cows". */
  private static boolean isByBeast(Draft draft) {
    EventWord word = draft.words.getFirst();
    if (draft.type == EventType.EXECUTION) {
      return isNamed(draft, word.end(), draft.reach.end(), "animal");
    }
    boolean behind = isSubject(draft, word.end());
    boolean before = false;
    for (int i = word.first() - 1; word.isVerb() && i >= word.first() - SUBJECT_REACH; i--) {
      before |= isSubject(draft, i);
    }
    return behind || before;
  }

  /** A beast without a preposition or "and". */
  private static boolean isSubject(Draft draft, int at) {
    Label label = draft.sentence.contains(at) ? draft.text.token(at).label(LIST) : null;
    return label != null
        && label.entry().is("class", "animal")
        && label.clitics().before().stream().allMatch(c -> c.equals("al"));
  }

  /** "a lorry ran over three workers": no driver is told to have aimed at anybody. */
  private boolean isRunOver(Draft draft) {
    EventWord word = draft.head();
    boolean rams = word.label().entry().is("weapon", "vehicle");
    return rams
        && word.isVerb()
        && is(draft, word.end(), "vehicle")
        && !isAimed(draft)
        && Mentions.within(mentions.parties(), draft.reach.first(), draft.reach.end()).stream()
            .noneMatch(p -> PartyKinds.ARMED.contains(p.kind()));
  }

  /** Soldiers, settlers, crowds, "on purpose", "an attack": somebody was aimed at. */
  private static boolean isAimed(Draft draft) {
    for (int i = draft.sentence.first(); i < draft.sentence.end(); i++) {
      Token token = draft.text.token(i);
      Label role = token.label("person-roles");
      boolean aimedAt =
          role != null
              && (role.entry().is("group", "yes")
                  || role.entry().is("class", "military")
                  || role.entry().is("class", "police")
                  || role.entry().is("class", "militant"));
      if (aimedAt || token.is("event-nouns") || token.is("manner-words", "random")) {
        return true;
      }
    }
    return false;
  }

  /** "a tyre exploded", "the explosion of a gas bottle". */
  private static boolean burstsByItself(Draft draft) {
    EventWord head = draft.head();
    boolean blast = head.role() == Role.BLAST || EventType.EXPLOSION.id().equals(head.type());
    return blast && isNamed(draft, head.end(), head.end() + SUBJECT_REACH, "bursts");
  }

  /** "the fire brigade controlled a blaze", "it was controlled" where a fire is told. */
  private boolean isFireUnderControl(Draft draft) {
    EventWord head = draft.head();
    String key = head.label().key();
    boolean controls = key.contains("control") || key.equals("retaking");
    if (!controls || isArmed(draft)) {
      return false;
    }
    for (int i = head.end(); i < Math.min(draft.sentence.end(), head.end() + FIRE_REACH); i++) {
      Token token = draft.text.token(i);
      if (token.is("fire-words") || token.is("accidents")) {
        return true;
      }
    }
    return isInSentence(draft, "rescue") || holdsFire(draft);
  }

  private static boolean holdsFire(Draft draft) {
    for (int i = draft.sentence.first(); i < draft.sentence.end(); i++) {
      if (draft.text.token(i).is("accidents", "collapse")) {
        return true;
      }
    }
    return false;
  }

  /** "held in a lift", "caught under the rubble": nobody holds them. */
  private boolean isTrapped(Draft draft) {
    return draft.head().label().key().equals("detain")
        && (isInSentence(draft, "traps") || isInSentence(draft, "rescue"))
        && !isArmed(draft);
  }

  /** "launched a rocket with two satellites". */
  private static boolean isFlight(Draft draft) {
    boolean launched = draft.has(Role.LAUNCH) || draft.head().label().key().equals("rockets-fell");
    return launched && !isBloody(draft) && isInSentence(draft, "space");
  }

  /** "a piece of an airliner fell". */
  private static boolean isWreck(Draft draft) {
    EventWord first = draft.words.getFirst();
    return first.role() == Role.FALL
        && isNamed(draft, first.end(), first.end() + SUBJECT_REACH, "parts");
  }

  /** Dead and hurt are read later; their words are there. */
  private static boolean isBloody(Draft draft) {
    for (int i = draft.reach.first(); i < draft.reach.end(); i++) {
      if (draft.text.token(i).is("casualty-words")) {
        return true;
      }
    }
    return false;
  }

  private boolean isArmed(Draft draft) {
    for (PartyMention party :
        Mentions.within(mentions.parties(), draft.sentence.first(), draft.sentence.end())) {
      if (PartyKinds.ARMED.contains(party.kind())) {
        return true;
      }
    }
    for (int i = draft.sentence.first(); i < draft.sentence.end(); i++) {
      Label role = draft.text.token(i).label("person-roles");
      if (role != null && role.entry().is("class", "militant") && !role.entry().is("of", "yes")) {
        return true;
      }
    }
    return false;
  }
}
