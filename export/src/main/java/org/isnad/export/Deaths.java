package org.isnad.export;

import org.isnad.core.incident.CollapseRule;
import org.isnad.store.IncidentRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All dead of an incident, attackers included, as other data sets count them.
 *
 * @param killed the slot of the dead
 * @param attackers the slot of dead attackers
 */
record Deaths(JsonNode killed, JsonNode attackers) {

  static Deaths of(IncidentRecord incident) {
    JsonNode all = JsonObjects.read(incident.json());
    return new Deaths(all.path("killed"), all.path("attackersKilled"));
  }

  /** Their number by a rule; 0 where nobody gives one. */
  int by(CollapseRule rule, boolean high) {
    return zero(CollapsedToll.of(killed, rule, high))
        + zero(CollapsedToll.of(attackers, rule, high));
  }

  /** Dead attackers alone. */
  int attackersBy(CollapseRule rule) {
    return zero(CollapsedToll.of(attackers, rule, false));
  }

  private static int zero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
