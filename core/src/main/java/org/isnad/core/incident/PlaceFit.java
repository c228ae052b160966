package org.isnad.core.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.PlaceMention.Precision;
import org.jspecify.annotations.Nullable;

/**
 * How the places of two reports fit: the same, one inside the other, or apart (codebook section
 * 11).
 */
final class PlaceFit {

  /** Kilometres between a town's centre and a site that is still named by the town (section 6). */
  private static final double SITE_KM = 20;

  /** Kilometres between two points given for one site under two names. */
  private static final double SAME_SITE_KM = 3;

  /** Kilometres between a district's centre and a town in it. */
  private static final double DISTRICT_KM = 50;

  private PlaceFit() {}

  /** What the places say; weight 0 where one of them says nothing. */
  static Reason compare(@Nullable PlaceMention a, @Nullable PlaceMention b) {
    if (a == null || b == null) {
      return fit(0, "a place is not given");
    }
    if (apartByCountry(a, b)) {
      return Reason.excluding(
          Reason.Aspect.PLACE, a.name() + " and " + b.name() + " are in two countries");
    }
    if (a.place() != null && b.place() != null) {
      return located(a, a.place(), b, b.place());
    }
    return named(a, b);
  }

  /** Whether the place is too wide to tell events apart. */
  static boolean isWide(@Nullable PlaceMention place) {
    return place == null
        || place.precision() == Precision.COUNTRY
        || place.precision() == Precision.REGION;
  }

  /** ISO 3166-1 code of the country, or empty. */
  static String country(PlaceMention place) {
    for (Place known : known(place)) {
      if (!known.country().isEmpty()) {
        return known.country();
      }
    }
    return "";
  }

  /** Id of the province, or null. */
  static @Nullable String province(PlaceMention place) {
    for (Place known : known(place)) {
      if (known.kind() == Place.Kind.PROVINCE) {
        return known.id();
      }
      if (known.province() != null) {
        return known.province();
      }
    }
    return null;
  }

  private static List<Place> known(PlaceMention mention) {
    List<Place> known = new ArrayList<>();
    if (mention.place() != null) {
      known.add(mention.place());
    }
    known.addAll(mention.within());
    return known;
  }

  private static boolean apartByCountry(PlaceMention a, PlaceMention b) {
    String inA = country(a);
    String inB = country(b);
    return !inA.isEmpty() && !inB.isEmpty() && !inA.equals(inB) && km(a, b) > SITE_KM;
  }

  private static Reason located(PlaceMention a, Place x, PlaceMention b, Place y) {
    if (x.id().equals(y.id())) {
      double relation = Objects.equals(a.relation(), b.relation()) ? 0 : -0.5;
      return fit(sameWeight(a, b) + relation, "both in " + a.name());
    }
    if (contains(x, a, b)) {
      return fit(withinWeight(a.precision()), b.name() + " lies in " + a.name());
    }
    if (contains(y, b, a)) {
      return fit(withinWeight(b.precision()), a.name() + " lies in " + b.name());
    }
    return near(a, x, b, y);
  }

  private static boolean contains(Place outer, PlaceMention outerMention, PlaceMention inner) {
    return switch (outerMention.precision()) {
      case COUNTRY -> outer.country().equals(country(inner));
      case PROVINCE ->
          outer.id().equals(province(inner)) || known(inner).stream().anyMatch(outer::holds);
      case SITE, SETTLEMENT, DISTRICT, REGION ->
          inner.within().stream().anyMatch(place -> place.id().equals(outer.id()));
    };
  }

  private static Reason near(PlaceMention a, Place x, PlaceMention b, Place y) {
    double km = x.kmTo(y);
    if (Names.alike(a.name(), b.name()) && (km <= SITE_KM || Double.isInfinite(km))) {
      return fit(sameWeight(a, b), "both in " + a.name());
    }
    boolean site = a.precision() == Precision.SITE || b.precision() == Precision.SITE;
    boolean bothSites = a.precision() == Precision.SITE && b.precision() == Precision.SITE;
    boolean district = a.precision() == Precision.DISTRICT ^ b.precision() == Precision.DISTRICT;
    double reach = bothSites ? SAME_SITE_KM : site ? SITE_KM : district ? DISTRICT_KM : 0;
    boolean sameProvince =
        province(a) == null || province(b) == null || Objects.equals(province(a), province(b));
    if (a.precision() == Precision.REGION || b.precision() == Precision.REGION) {
      return fit(0, a.name() + " and " + b.name() + " may touch");
    }
    if (sameProvince && km <= reach) {
      return fit(district ? 1 : 2, a.name() + " is " + Math.round(km) + " km from " + b.name());
    }
    return Reason.excluding(Reason.Aspect.PLACE, a.name() + " is not " + b.name());
  }

  /** At least one of the names is not in the gazetteer. */
  private static Reason named(PlaceMention a, PlaceMention b) {
    if (Names.alike(a.name(), b.name())) {
      return fit(sameWeight(a, b), "both in " + a.name());
    }
    if (withinNamed(a, b)) {
      return fit(withinWeight(a.precision()), b.name() + " lies in " + a.name());
    }
    if (withinNamed(b, a)) {
      return fit(withinWeight(b.precision()), a.name() + " lies in " + b.name());
    }
    if (isWide(a) || isWide(b)) {
      return fit(0, a.name() + " may lie in " + b.name() + ", or the other way round");
    }
    return Reason.excluding(Reason.Aspect.PLACE, a.name() + " is not " + b.name());
  }

  private static boolean withinNamed(PlaceMention outer, PlaceMention inner) {
    for (Place place : inner.within()) {
      if (outer.place() != null && place.id().equals(outer.place().id())
          || place.names().stream().anyMatch(name -> Names.alike(name, outer.name()))) {
        return true;
      }
    }
    return outer.place() != null && contains(outer.place(), outer, inner);
  }

  /** What it weighs that both name one place; where they differ in precision, as the wider one. */
  private static double sameWeight(PlaceMention a, PlaceMention b) {
    Precision wider = a.precision().compareTo(b.precision()) >= 0 ? a.precision() : b.precision();
    return switch (wider) {
      case SITE -> 4;
      case SETTLEMENT -> 3;
      case DISTRICT -> 2.5;
      case PROVINCE -> 1.5;
      case COUNTRY, REGION -> 0;
    };
  }

  private static double withinWeight(Precision outer) {
    return switch (outer) {
      case SITE, SETTLEMENT -> 2.5;
      case DISTRICT -> 1.5;
      case PROVINCE -> 1;
      case COUNTRY, REGION -> 0;
    };
  }

  private static Reason fit(double weight, String text) {
    return new Reason(Reason.Aspect.PLACE, weight, text);
  }

  private static double km(PlaceMention a, PlaceMention b) {
    return a.place() == null || b.place() == null
        ? Double.POSITIVE_INFINITY
        : a.place().kmTo(b.place());
  }
}
