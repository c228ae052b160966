package org.isnad.core.report;

import java.util.Locale;

/** The sixteen types of codebook section 2, named as in the published schema. */
public enum EventType {
  /** Rockets or missiles of any kind. */
  ROCKET_ATTACK,
  /** An unmanned aircraft used as or with a weapon. */
  DRONE_ATTACK,
  /** Artillery, mortars, tank fire, or bombardment whose munition is not said. */
  SHELLING,
  /** Attack by manned or unspecified aircraft. */
  AIR_STRIKE,
  /** Planted, thrown or vehicle-borne explosive, no suicide attacker mentioned. */
  BOMBING,
  /** The attacker dies by his own explosive. */
  SUICIDE_BOMBING,
  /** A blast whose cause is not said. */
  EXPLOSION,
  /** One-sided attack with small arms or by storming, an ambush, arson. */
  ARMED_ATTACK,
  /** Fighting between two sides, ground taken or lost. */
  CLASH,
  /** Killing of a targeted person. */
  ASSASSINATION,
  /** Killing of captives. */
  EXECUTION,
  /** Kidnapping, hostage taking. */
  ABDUCTION,
  /** Raids, arrests, disarming by security forces. */
  SECURITY_OPERATION,
  /** An attack whose means are not said. */
  ATTACK,
  /** A speaker says that violence will follow. */
  THREAT,
  /** Officials meet or negotiate about the conflict. */
  TALKS;

  /** The published identifier, such as {@code rocket-attack}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The type with this published identifier.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static EventType of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
