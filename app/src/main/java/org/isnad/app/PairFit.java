package org.isnad.app;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.isnad.app.IncidentPair.Finding;
import org.isnad.app.IncidentPair.Kind;
import org.isnad.core.incident.IncidentLinker;
import org.isnad.core.incident.Reason.Aspect;
import org.isnad.core.report.EventType;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.isnad.store.IncidentRecord.Named;
import org.isnad.store.IncidentRecord.Toll;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against two incidents being one event, by the values that stand in them. The
 * weights are those of linking (codebook section 11); where linking looks at single reports and
 * what excludes them, this looks at what became of all of them, edits included.
 */
final class PairFit {

  /** Days of a window beyond which it says too little, as in linking. */
  private static final int NARROW_DAYS = 8;

  /** Kilometres between two places that people confuse: a town and a site named by it. */
  private static final double NEAR_KM = 20;

  /** A figure of this size or more is rarely the same by chance, as in linking. */
  private static final int TELLING = 3;

  private static final double EARTH_KM = 12_742;

  private PairFit() {}

  /** The findings, or an empty list where days, place or type exclude that they are one event. */
  static List<Finding> of(
      IncidentRecord a, IncidentRecord b, Set<String> articlesA, Set<String> articlesB) {
    Finding time = time(a, b);
    Finding place = place(a.place(), b.place());
    Finding type = type(a.type(), b.type());
    if (time == null || place == null || type == null) {
      return List.of();
    }
    List<Finding> all = new ArrayList<>(List.of(time, place, type));
    parties(all, Aspect.ACTORS, a.actors(), b.actors(), -1.5);
    parties(all, Aspect.TARGETS, a.targets(), b.targets(), -1);
    toll(all, Aspect.KILLED, a.killed(), b.killed(), 1);
    toll(all, Aspect.INJURED, a.injured(), b.injured(), 0.7);
    if (articlesA.stream().anyMatch(articlesB::contains)) {
      all.add(new Finding(Aspect.ARTICLE, Kind.ONE_ARTICLE, -4));
    }
    boolean telling = all.stream().anyMatch(f -> isTelling(f.aspect()) && f.weight() >= 1);
    return time.kind() == Kind.NEXT_DAY && !telling ? List.of() : all;
  }

  private static boolean isTelling(Aspect aspect) {
    return aspect == Aspect.KILLED || aspect == Aspect.TARGETS || aspect == Aspect.ACTORS;
  }

  /** Whether an incident says too little of when or where to tell events apart. */
  static boolean isVague(IncidentRecord incident) {
    return isWide(incident.place()) || !isNarrow(incident);
  }

  private static boolean isNarrow(IncidentRecord incident) {
    LocalDate start = incident.dateStart();
    LocalDate end = incident.dateEnd();
    return start != null && end != null && ChronoUnit.DAYS.between(start, end) < NARROW_DAYS;
  }

  private static @Nullable Finding time(IncidentRecord a, IncidentRecord b) {
    LocalDate from = a.dateStart();
    LocalDate to = a.dateEnd();
    LocalDate otherFrom = b.dateStart();
    LocalDate otherTo = b.dateEnd();
    if (from == null || to == null || otherFrom == null || otherTo == null) {
      return null;
    }
    if (from.equals(to) && from.equals(otherFrom) && to.equals(otherTo)) {
      return new Finding(Aspect.TIME, Kind.SAME, 2);
    }
    if (!from.isAfter(otherTo) && !otherFrom.isAfter(to)) {
      return new Finding(Aspect.TIME, Kind.OVERLAP, isNarrow(a) && isNarrow(b) ? 1 : 0);
    }
    return to.plusDays(1).equals(otherFrom) || otherTo.plusDays(1).equals(from)
        ? new Finding(Aspect.TIME, Kind.NEXT_DAY, -1)
        : null;
  }

  private static boolean isWide(@Nullable Location place) {
    return place == null
        || place.precision().equals("country")
        || place.precision().equals("region");
  }

  private static @Nullable Finding place(@Nullable Location a, @Nullable Location b) {
    if (a == null || b == null) {
      return null;
    }
    if (a.id() != null && a.id().equals(b.id()) || a.id() == null && a.name().equals(b.name())) {
      return new Finding(Aspect.PLACE, Kind.SAME, sameWeight(a, b));
    }
    if (a.country() == null || !a.country().equals(b.country())) {
      return null;
    }
    if (isWide(a) || isWide(b)) {
      return new Finding(Aspect.PLACE, Kind.WIDE, 0);
    }
    if (isProvinceOf(a, b) || isProvinceOf(b, a)) {
      return new Finding(Aspect.PLACE, Kind.WITHIN, 1);
    }
    return km(a, b) <= NEAR_KM ? new Finding(Aspect.PLACE, Kind.NEAR, 0.5) : null;
  }

  private static boolean isProvinceOf(Location outer, Location inner) {
    return outer.precision().equals("province") && Objects.equals(outer.id(), inner.province());
  }

  private static double sameWeight(Location a, Location b) {
    return Math.min(weight(a.precision()), weight(b.precision()));
  }

  private static double weight(String precision) {
    return switch (precision) {
      case "site" -> 4;
      case "settlement" -> 3;
      case "district" -> 2.5;
      case "province" -> 1.5;
      default -> 0;
    };
  }

  private static @Nullable Finding type(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return null;
    }
    if (a.equals(b)) {
      return new Finding(Aspect.TYPE, Kind.SAME, 1);
    }
    return IncidentLinker.mayBeOne(EventType.of(a), EventType.of(b))
        ? new Finding(Aspect.TYPE, Kind.CLOSE, 0.3)
        : null;
  }

  private static void parties(
      List<Finding> into, Aspect aspect, List<Named> a, List<Named> b, double others) {
    if (a.isEmpty() || b.isEmpty()) {
      return;
    }
    boolean shared = a.stream().anyMatch(x -> b.stream().anyMatch(y -> same(x, y)));
    into.add(
        shared ? new Finding(aspect, Kind.SHARED, 1.5) : new Finding(aspect, Kind.OTHER, others));
  }

  private static boolean same(Named a, Named b) {
    return a.id() != null && b.id() != null ? a.id().equals(b.id()) : a.name().equals(b.name());
  }

  private static void toll(List<Finding> into, Aspect aspect, Toll a, Toll b, double scale) {
    if (a.best() == null || b.best() == null) {
      return;
    }
    Kind kind = figures(a, b);
    boolean telling = Math.min(low(a), low(b)) >= TELLING;
    double weight =
        switch (kind) {
          case SAME -> telling ? 2 : 1;
          case OVERLAP -> 0.3;
          case CLOSE -> -0.3;
          default -> -2;
        };
    into.add(new Finding(aspect, kind, scale * weight));
  }

  /** Figures are far apart as in linking: by five and by more than three times. */
  private static Kind figures(Toll a, Toll b) {
    if (a.equals(b) && low(a) == high(a)) {
      return Kind.SAME;
    }
    if (low(a) <= high(b) && low(b) <= high(a)) {
      return Kind.OVERLAP;
    }
    int small = Math.min(high(a), high(b));
    int large = Math.max(low(a), low(b));
    return large - small >= 5 && large > 3 * Math.max(1, small) ? Kind.FAR : Kind.CLOSE;
  }

  private static int low(Toll toll) {
    return toll.low() != null ? toll.low() : Objects.requireNonNullElse(toll.best(), 0);
  }

  private static int high(Toll toll) {
    return toll.high() == null ? Integer.MAX_VALUE : toll.high();
  }

  /** Great-circle distance; infinite where a place has no coordinates. */
  private static double km(Location a, Location b) {
    if (a.lat() == null || a.lon() == null || b.lat() == null || b.lon() == null) {
      return Double.POSITIVE_INFINITY;
    }
    double lat = Math.toRadians(b.lat() - a.lat());
    double lon = Math.toRadians(b.lon() - a.lon());
    double h =
        Math.pow(StrictMath.sin(lat / 2), 2)
            + StrictMath.cos(Math.toRadians(a.lat()))
                * StrictMath.cos(Math.toRadians(b.lat()))
                * Math.pow(StrictMath.sin(lon / 2), 2);
    return EARTH_KM * StrictMath.asin(Math.sqrt(h));
  }
}
