package org.isnad.core.incident;

import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Toll;

/**
 * Which of two values says more: a rocket attack more than an attack, a town more than its country,
 * a day more than the week around it, five more than "several". The finer one takes nothing back of
 * what the wider one says.
 */
final class Fineness {

  private Fineness() {}

  /**
   * Whether {@code fine} lies inside {@code wide} and says more; never of values of other kinds.
   */
  static boolean isFiner(Object fine, Object wide) {
    return switch (wide) {
      case EventType type -> fine instanceof EventType other && isKindOf(other, type);
      case DateWindow window -> fine instanceof DateWindow other && isWithin(other, window);
      case PlaceMention place -> fine instanceof PlaceMention other && isIn(other, place);
      case Toll.Counted toll -> fine instanceof Toll.Counted other && isWithin(other, toll);
      default -> false;
    };
  }

  private static boolean isKindOf(EventType fine, EventType wide) {
    return switch (wide) {
      case ATTACK -> fine != wide && !TypeFit.compare(fine, wide).excludes();
      case EXPLOSION -> TypeFit.BLASTS.contains(fine);
      case BOMBING -> fine == EventType.SUICIDE_BOMBING;
      default -> false;
    };
  }

  private static boolean isWithin(DateWindow fine, DateWindow wide) {
    boolean from =
        wide.earliest() == null
            || fine.earliest() != null && !fine.earliest().isBefore(wide.earliest());
    boolean to =
        wide.latest() == null || fine.latest() != null && !fine.latest().isAfter(wide.latest());
    return from && to && !fine.equals(wide);
  }

  private static boolean isIn(PlaceMention fine, PlaceMention wide) {
    return fine.precision().compareTo(wide.precision()) < 0
        && !PlaceFit.compare(fine, wide).excludes();
  }

  private static boolean isWithin(Toll.Counted fine, Toll.Counted wide) {
    return IncidentBuilder.low(fine) >= IncidentBuilder.low(wide)
        && IncidentBuilder.high(fine) <= IncidentBuilder.high(wide)
        && !fine.equals(wide);
  }
}
