package org.isnad.core.incident;

import static org.isnad.core.report.EventType.ABDUCTION;
import static org.isnad.core.report.EventType.AIR_STRIKE;
import static org.isnad.core.report.EventType.ARMED_ATTACK;
import static org.isnad.core.report.EventType.ASSASSINATION;
import static org.isnad.core.report.EventType.ATTACK;
import static org.isnad.core.report.EventType.BOMBING;
import static org.isnad.core.report.EventType.CLASH;
import static org.isnad.core.report.EventType.DRONE_ATTACK;
import static org.isnad.core.report.EventType.EXECUTION;
import static org.isnad.core.report.EventType.EXPLOSION;
import static org.isnad.core.report.EventType.ROCKET_ATTACK;
import static org.isnad.core.report.EventType.SECURITY_OPERATION;
import static org.isnad.core.report.EventType.SHELLING;
import static org.isnad.core.report.EventType.SUICIDE_BOMBING;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.isnad.core.report.EventType;

/**
 * Which types can be words for one event (codebook sections 2 and 11): the unspecific ones go with
 * every means that could be meant, and neighbours go together where early reports confuse them (a
 * bombing whose bomber turns out to have died, an ambush that became a fight).
 */
final class TypeFit {

  private static final double SAME = 1;
  private static final double NEAR = 0.3;

  /** What a blast can turn out to have been. */
  static final Set<EventType> BLASTS =
      Collections.unmodifiableSet(
          EnumSet.of(BOMBING, SUICIDE_BOMBING, ROCKET_ATTACK, DRONE_ATTACK, AIR_STRIKE, SHELLING));

  private static final Map<EventType, Set<EventType>> NEIGHBOURS = neighbours();

  private TypeFit() {}

  static Reason compare(EventType a, EventType b) {
    if (a == b) {
      return new Reason(Reason.Aspect.TYPE, SAME, "both are " + a.id());
    }
    if (NEIGHBOURS.getOrDefault(a, Set.of()).contains(b)) {
      return new Reason(Reason.Aspect.TYPE, NEAR, a.id() + " and " + b.id() + " can be one event");
    }
    return Reason.excluding(Reason.Aspect.TYPE, a.id() + " is not " + b.id());
  }

  private static Map<EventType, Set<EventType>> neighbours() {
    Map<EventType, Set<EventType>> map = new EnumMap<>(EventType.class);
    EnumSet<EventType> violent = EnumSet.range(ROCKET_ATTACK, SECURITY_OPERATION);
    violent.remove(SECURITY_OPERATION);
    violent.forEach(type -> join(map, ATTACK, type));
    for (EventType type : BLASTS) {
      join(map, EXPLOSION, type);
    }
    join(map, SHELLING, ROCKET_ATTACK);
    join(map, SHELLING, AIR_STRIKE);
    join(map, AIR_STRIKE, ROCKET_ATTACK);
    join(map, AIR_STRIKE, DRONE_ATTACK);
    join(map, ROCKET_ATTACK, DRONE_ATTACK);
    join(map, BOMBING, SUICIDE_BOMBING);
    join(map, BOMBING, ASSASSINATION);
    join(map, BOMBING, ARMED_ATTACK);
    join(map, SUICIDE_BOMBING, ARMED_ATTACK);
    join(map, SUICIDE_BOMBING, ASSASSINATION);
    join(map, AIR_STRIKE, ASSASSINATION);
    join(map, DRONE_ATTACK, ASSASSINATION);
    join(map, ARMED_ATTACK, CLASH);
    join(map, ARMED_ATTACK, ASSASSINATION);
    join(map, ARMED_ATTACK, EXECUTION);
    join(map, ARMED_ATTACK, ABDUCTION);
    join(map, ASSASSINATION, EXECUTION);
    join(map, CLASH, SECURITY_OPERATION);
    return map;
  }

  private static void join(Map<EventType, Set<EventType>> map, EventType a, EventType b) {
    map.computeIfAbsent(a, type -> EnumSet.noneOf(EventType.class)).add(b);
    map.computeIfAbsent(b, type -> EnumSet.noneOf(EventType.class)).add(a);
  }
}
