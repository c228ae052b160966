package org.isnad.core.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.Label;
import org.isnad.core.analysis.Token;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.mention.WeaponMention;
import org.isnad.core.mention.event.EventWord;
import org.jspecify.annotations.Nullable;

/**
 * Settles the type of a draft (codebook section 2): the head's own type, made more specific by its
 * adjectives, by weapons named with it, and by an actor that can only act from the air.
 */
final class TypeReader {

  /** How far an adjective can stand behind its noun. */
  private static final int ADJECTIVE_REACH = 3;

  /** How far a verb's subject can stand behind it, a short adverb between. */
  private static final int SUBJECT_REACH = 3;

  /** How far himself or his belt can stand behind the verb of blowing up: the attacker between. */
  private static final int SELF_REACH = 4;

  /** How far "to retake" can stand behind the attack: an adjective or two. */
  private static final int PURPOSE_REACH = 3;

  /** How far what an operation is for can stand behind its words: an adjective, a place, a day. */
  private static final int PURSUIT_REACH = 5;

  /** Kinds of parties that hold people by the law. */
  private static final Set<String> HOLDERS = Set.of("police", "security-service", "army");

  /** Tokens from an attack to what it was carried out with: a number and an adjective between. */
  private static final int MEANS_REACH = 4;

  private static final Set<EventType> UNSPECIFIC =
      EnumSet.of(EventType.ATTACK, EventType.EXPLOSION, EventType.SHELLING, EventType.BOMBING);

  private final Mentions mentions;

  TypeReader(Mentions mentions) {
    this.mentions = mentions;
  }

  void read(Draft draft) {
    EventType type = outline(draft);
    draft.type = UNSPECIFIC.contains(type) ? byWeapon(draft, type) : type;
  }

  /**
   * The type but for what the weapons beside an attack make of it, which stays an attack: enough to
   * tell talks, threats and arrests from violence, and no party need be looked for.
   */
  EventType outline(Draft draft) {
    EventType type = headType(draft);
    EventType modified = modifier(draft);
    boolean armed = modified == EventType.ARMED_ATTACK && type == EventType.ATTACK;
    boolean byGunmen = modified == EventType.ARMED_ATTACK && draft.head().isVerb();
    if (armed && byWeapon(draft, type) != EventType.ATTACK || byGunmen && !armed) {
      modified = null;
    }
    if (modified != null && (UNSPECIFIC.contains(type) || modified == EventType.SUICIDE_BOMBING)) {
      type = modified;
    }
    if (type == EventType.ABDUCTION && draft.head().isVerb() && isDetention(draft)) {
      type = EventType.SECURITY_OPERATION;
    }
    if (type == EventType.ARMED_ATTACK
        && draft.words.stream().anyMatch(w -> w.label().entry().is("mutual", "yes"))) {
      type = EventType.CLASH;
    }
    if ((type == EventType.ARMED_ATTACK || type == EventType.ATTACK)
        && (draft.has(EventWord.Role.REPEL) || isForGround(draft))) {
      type = EventType.CLASH;
    }
    EventType heldOff = type == EventType.CLASH ? heldOff(draft) : null;
    type = heldOff == null ? type : heldOff;
    if (type == EventType.BOMBING && isOfSelf(draft)) {
      type = EventType.SUICIDE_BOMBING;
    }
    if (type == EventType.SECURITY_OPERATION && byFighters(draft)) {
      type = EventType.ARMED_ATTACK;
    }
    if (type == EventType.AIR_STRIKE && byDrone(draft)) {
      type = EventType.DRONE_ATTACK;
    }
    return isPursuit(draft) ? EventType.SECURITY_OPERATION : type;
  }

  /** "an attack to retake the base": the ground that is fought for. */
  private static boolean isForGround(Draft draft) {
    EventWord last = draft.last();
    if (draft.head().role() != EventWord.Role.NOUN) {
      return false;
    }
    int end = Math.min(draft.sentence.end(), last.end() + PURPOSE_REACH);
    for (int i = last.end(); i < end; i++) {
      for (Label label : draft.text.token(i).labels()) {
        boolean ground = label.entry().is("role", "ground") || label.key().equals("retaking");
        if (ground && label.list().startsWith("event-") && label.clitics().has("l")) {
          return true;
        }
      }
    }
    return false;
  }

  /** "an operation was launched to find the attackers": no attack, but a search. */
  static boolean isPursuit(Draft draft) {
    EventWord word = draft.head();
    if (!word.label().entry().is("generic", "yes")) {
      return false;
    }
    int end = Math.min(draft.sentence.end(), draft.last().end() + PURSUIT_REACH);
    for (int i = word.end(); i < end; i++) {
      if (draft.text.token(i).is("pursuits")) {
        return true;
      }
    }
    return false;
  }

  /** "a drone carried out a raid": a raid of which the only aircraft named is unmanned. */
  private boolean byDrone(Draft draft) {
    boolean drone = false;
    for (WeaponMention weapon :
        Mentions.within(mentions.weapons(), draft.reach.first(), draft.reach.end())) {
      boolean counts = !ArgumentReader.isOpen(draft, weapon);
      drone |= counts && weapon.kind().equals("drone");
      if (counts && weapon.kind().equals("aircraft")) {
        return false;
      }
    }
    return drone;
  }

  /** "the police held hundreds": whom the police hold is arrested. */
  private boolean isDetention(Draft draft) {
    EventWord verb = draft.head();
    int before = Math.max(draft.sentence.first(), verb.first() - SUBJECT_REACH);
    return verb.label().entry().is("detains", "yes")
        && (Mentions.within(mentions.parties(), verb.end(), verb.end() + SUBJECT_REACH).stream()
                .anyMatch(p -> HOLDERS.contains(p.kind()))
            || Mentions.within(mentions.parties(), before, verb.first()).stream()
                .anyMatch(p -> HOLDERS.contains(p.kind())));
  }

  /** "the attacker blew up his vest": himself, or what he wore, behind the verb or its noun. */
  private static boolean isOfSelf(Draft draft) {
    EventWord head = draft.head();
    int end = Math.min(draft.sentence.end(), head.end() + SELF_REACH);
    for (int i = head.end(); i < end; i++) {
      if (draft.text.token(i).is("self-words")) {
        return head.label().list().equals("event-verbs");
      }
    }
    return false;
  }

  /** "gunmen raided a village": those who search by right are forces. */
  private boolean byFighters(Draft draft) {
    EventWord verb = draft.head();
    PartyMention subject = Mentions.at(mentions.parties(), verb.end());
    Label role = subject == null ? null : draft.text.token(verb.end()).label("person-roles");
    return verb.isVerb()
        && subject != null
        && subject.id() == null
        && role != null
        && role.entry().is("class", "militant")
        && !role.entry().is("of", "yes")
        && Nominative.is(draft.text, subject);
  }

  private static EventType headType(Draft draft) {
    EventType type = EventType.ATTACK;
    for (EventWord word : draft.words) {
      if (word.type() != null) {
        EventType next = EventType.of(word.type());
        boolean first = word == draft.head();
        if (first
            || type == EventType.ATTACK
            || type == EventType.EXPLOSION && next != EventType.ATTACK) {
          type = next;
        }
      }
    }
    return type;
  }

  private static @Nullable EventType modifier(Draft draft) {
    for (EventWord word : draft.words) {
      int end = Math.min(draft.sentence.end(), word.end() + ADJECTIVE_REACH);
      for (int i = word.end(); i < end; i++) {
        Label label = draft.text.token(i).label("event-modifiers");
        if (label != null && qualifies(label) && !isOfForce(draft, word, i)) {
          return EventType.of(label.entry().attribute("type"));
        }
        Token token = draft.text.token(i);
        if (token.isPunctuation() || token.is("event-prepositions")) {
          break;
        }
      }
    }
    return null;
  }

  /** An adjective, and not "for the armed ones" or "the armed ones' ". */
  private static boolean qualifies(Label label) {
    return !label.clitics().has("l") && !label.clitics().has("b") && !label.clitics().hasPronoun();
  }

  /** "the air defences shot down": the adjective is that of who acts. */
  private static boolean isOfForce(Draft draft, EventWord word, int at) {
    for (int i = word.end(); i < at; i++) {
      Label force = draft.text.token(i).label("forces");
      if (force != null && force.end() > at) {
        return word.isVerb();
      }
    }
    return false;
  }

  /**
   * "held off an attack with drones": an attack from afar, where who holds it off fights nobody;
   * null where it is none.
   */
  private @Nullable EventType heldOff(Draft draft) {
    boolean repels = false;
    for (EventWord word : draft.words) {
      if (repels && word.type() != null && word.role() == EventWord.Role.NOUN) {
        EventType attack = EventType.of(word.type());
        return isFromAfar(attack) ? attack : sent(draft, word);
      }
      repels |= Draft.repels(word);
    }
    return null;
  }

  private @Nullable EventType sent(Draft draft, EventWord attack) {
    int end = Math.min(draft.sentence.end(), attack.end() + MEANS_REACH);
    for (WeaponMention weapon : Mentions.within(mentions.weapons(), attack.first(), end)) {
      EventType type = specific(EventType.ATTACK, weapon.kind());
      if (isFromAfar(type)) {
        return type;
      }
    }
    return null;
  }

  /** Rockets and drones that are held off make no fight. */
  private static boolean isFromAfar(EventType type) {
    return type == EventType.ROCKET_ATTACK || type == EventType.DRONE_ATTACK;
  }

  private EventType byWeapon(Draft draft, EventType type) {
    List<WeaponMention> weapons =
        Mentions.within(mentions.weapons(), draft.reach.first(), draft.reach.end()).stream()
            .filter(weapon -> !ArgumentReader.isOpen(draft, weapon))
            .toList();
    if (type == EventType.ATTACK && hasBoth(weapons)) {
      return EventType.AIR_STRIKE;
    }
    for (String kind :
        List.of(
            "explosive-belt",
            "drone",
            "missile",
            "rocket",
            "car-bomb",
            "ied",
            "mine",
            "grenade",
            "aircraft",
            "mortar",
            "artillery",
            "small-arms",
            "blade",
            "vehicle",
            "fire")) {
      for (WeaponMention weapon : weapons) {
        if (weapon.kind().equals(kind)) {
          return specific(type, kind);
        }
      }
    }
    return type != EventType.BOMBING && byAir(draft) ? EventType.AIR_STRIKE : type;
  }

  private static boolean hasBoth(List<WeaponMention> weapons) {
    return weapons.stream().anyMatch(w -> w.kind().equals("aircraft"))
        && weapons.stream().anyMatch(w -> w.kind().equals("drone"))
        && weapons.stream().allMatch(w -> w.kind().equals("aircraft") || w.kind().equals("drone"));
  }

  private static EventType specific(EventType type, String kind) {
    return switch (kind) {
      case "explosive-belt" -> EventType.SUICIDE_BOMBING;
      case "drone" -> EventType.DRONE_ATTACK;
      case "missile", "rocket" -> type == EventType.BOMBING ? type : EventType.ROCKET_ATTACK;
      case "car-bomb", "ied", "mine", "grenade" ->
          type == EventType.SHELLING ? type : EventType.BOMBING;
      case "aircraft" ->
          type == EventType.BOMBING || type == EventType.EXPLOSION ? type : EventType.AIR_STRIKE;
      case "mortar", "artillery" -> type == EventType.ATTACK ? EventType.SHELLING : type;
      default -> type == EventType.ATTACK ? EventType.ARMED_ATTACK : type;
    };
  }

  /**
   * Whether an event word that says no means stands with weapons of several kinds, so that a sum of
   * such events has no type of its own. Aircraft, manned and unmanned together, make air strikes.
   */
  static boolean isMixed(Draft draft) {
    Set<EventType> kinds = EnumSet.noneOf(EventType.class);
    draft.weapons.forEach(weapon -> kinds.add(specific(EventType.ATTACK, weapon.kind())));
    return EventType.ATTACK.id().equals(draft.head().type())
        && kinds.size() > 1
        && !kinds.contains(EventType.AIR_STRIKE);
  }

  private boolean byAir(Draft draft) {
    for (PartyMention party :
        Mentions.within(mentions.parties(), draft.reach.first(), draft.reach.end())) {
      if (party.kind().equals("air-force")) {
        return true;
      }
    }
    return false;
  }
}
