package org.isnad.core.lexicon;

import org.jspecify.annotations.Nullable;

/** What the kinds of Who's On First are called here (whosonfirst-placetypes). */
public final class Placetypes {

  private Placetypes() {}

  /** The kind, or null for placetypes that no event is placed at, such as postal codes. */
  public static Place.@Nullable Kind kind(String placetype) {
    return switch (placetype) {
      case "country" -> Place.Kind.COUNTRY;
      case "region" -> Place.Kind.PROVINCE;
      case "county", "localadmin" -> Place.Kind.DISTRICT;
      case "locality" -> Place.Kind.SETTLEMENT;
      case "borough", "macrohood", "neighbourhood", "microhood" -> Place.Kind.QUARTER;
      case "campus" -> Place.Kind.SITE;
      case "marinearea" -> Place.Kind.WATER;
      default -> null;
    };
  }

  /** The kind of site that a campus is: airports are nearly all of them. */
  public static String siteType(Place.Kind kind) {
    return kind == Place.Kind.SITE ? "airport" : "";
  }
}
