package org.isnad.core.report;

import java.util.List;
import java.util.Set;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.mention.PartyMention;
import org.isnad.core.report.Chain.Slot;
import org.isnad.core.report.Party.Standing;
import org.isnad.core.report.TollMention.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Reads from who was killed or hurt who took part, where no other words say it (codebook section
 * 7): the dead of a party in a clash are of a side that fought, and soldiers, policemen or fighters
 * hit by an attack were what it was aimed at. Civilians are hit, not aimed at.
 */
final class VictimRoles {

  private static final Set<String> SIDES =
      Set.of("faction", "army", "police", "security-service", "coalition");

  private static final Set<String> ARMED_CLASSES = Set.of("military", "police", "militant");

  private static final Set<EventType> AIMED =
      Set.of(
          EventType.ROCKET_ATTACK,
          EventType.DRONE_ATTACK,
          EventType.SHELLING,
          EventType.AIR_STRIKE,
          EventType.BOMBING,
          EventType.SUICIDE_BOMBING,
          EventType.ARMED_ATTACK,
          EventType.ASSASSINATION,
          EventType.ATTACK);

  /** Both sides of a fight. */
  private static final int SIDES_OF_A_FIGHT = 2;

  private final AnalyzedText text;
  private final List<PartyMention> parties;

  VictimRoles(AnalyzedText text, Mentions mentions) {
    this.text = text;
    this.parties = mentions.parties();
  }

  /** Adds what the dead and hurt of a finished draft tell of its sides or targets. */
  void read(Draft draft) {
    boolean fight = draft.type == EventType.CLASH;
    boolean open =
        draft.text == text && (fight || AIMED.contains(draft.type) && draft.targets.isEmpty());
    for (TollMention toll : open ? draft.tolls : List.<TollMention>of()) {
      boolean stated = toll.basis() == Basis.STATED || toll.basis() == Basis.JOINT;
      PartyMention victim = stated && toll.slot() != Slot.ATTACKERS_KILLED ? victim(toll) : null;
      if (victim != null && fight) {
        side(draft, victim);
      } else if (victim != null && isArmed(victim) && draft.targets.isEmpty()) {
        draft.targets.add(party(victim, null));
      }
    }
  }

  /** The party that the words for the victims name. */
  private @Nullable PartyMention victim(TollMention toll) {
    List<PartyMention> named = Mentions.within(parties, toll.tokens().first(), toll.tokens().end());
    return named.isEmpty() ? null : named.getLast();
  }

  private void side(Draft draft, PartyMention victim) {
    boolean known = victim.id() != null && (SIDES.contains(victim.kind()) || isArmed(victim));
    boolean named =
        draft.actors.stream().anyMatch(a -> victim.id() != null && victim.id().equals(a.id()));
    if (known && !named && draft.actors.size() < SIDES_OF_A_FIGHT) {
      draft.actors.add(party(victim, Standing.STATED));
    }
  }

  private boolean isArmed(PartyMention victim) {
    if (SIDES.contains(victim.kind())) {
      return true;
    }
    for (Label label : text.token(victim.tokens().first()).labels()) {
      boolean role = label.list().equals("person-roles");
      if (role && ARMED_CLASSES.contains(label.entry().attribute("class"))) {
        return true;
      }
    }
    return victim.kind().equals("role") && victim.id() != null;
  }

  private static Party party(PartyMention mention, @Nullable Standing standing) {
    return new Party(
        mention.name(), mention.id(), null, standing, null, mention.framing(), mention.span());
  }
}
