package org.isnad.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the weapons named in its clauses an event was carried out with (codebook section 7):
 * each kind once, those that fit its type, and the one that the event word itself names ("air
 * raid").
 */
final class WeaponChoice {

  private static final Set<String> SHELLS = Set.of("rocket", "missile", "mortar", "artillery");
  private static final Set<String> PLANTED =
      Set.of("ied", "car-bomb", "mine", "grenade", "explosive-belt");
  private static final Set<String> BY_HAND =
      Set.of("small-arms", "blade", "vehicle", "fire", "grenade", "ied");

  private WeaponChoice() {}

  /** The weapons of an event of this type, in text order. */
  static List<Weapon> of(EventType type, List<Weapon> named) {
    List<Weapon> chosen = new ArrayList<>();
    for (Weapon weapon : named) {
      boolean known = chosen.stream().anyMatch(w -> w.kind().equals(weapon.kind()));
      if (!known && fits(type, weapon.kind())) {
        chosen.add(weapon);
      }
    }
    String implied = implied(type);
    if (implied != null && chosen.isEmpty()) {
      chosen.add(new Weapon(implied, null, null, null));
    }
    return chosen;
  }

  private static @Nullable String implied(EventType type) {
    return switch (type) {
      case AIR_STRIKE -> "aircraft";
      case ROCKET_ATTACK -> "rocket";
      case DRONE_ATTACK -> "drone";
      default -> null;
    };
  }

  private static boolean fits(EventType type, String kind) {
    return switch (type) {
      case ROCKET_ATTACK -> SHELLS.contains(kind) || kind.equals("drone");
      case DRONE_ATTACK -> kind.equals("drone") || kind.equals("rocket") || kind.equals("missile");
      case SHELLING -> kind.equals("mortar") || kind.equals("artillery");
      case AIR_STRIKE -> kind.equals("aircraft") || kind.equals("drone");
      case BOMBING, EXPLOSION -> PLANTED.contains(kind) && !kind.equals("explosive-belt");
      case SUICIDE_BOMBING -> PLANTED.contains(kind);
      case ARMED_ATTACK, ASSASSINATION, EXECUTION -> BY_HAND.contains(kind);
      case ATTACK -> !kind.equals("aircraft");
      case CLASH, ABDUCTION, SECURITY_OPERATION, TALKS, THREAT -> false;
    };
  }
}
