package org.isnad.core.lexicon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the gazetteer.
 *
 * @param id stable slug, {@code iq.anbar.ain-al-asad}
 * @param nameEn English name
 * @param names Arabic spellings, most usual first
 * @param kind what it is
 * @param siteType kind of site ({@code airbase, crossing, …}), or empty
 * @param country ISO 3166-1 alpha-2, or empty for regions across countries
 * @param province id of the province it lies in, or null
 * @param region id of the wider stretch of land that its province is part of ("Sinai"), or null
 * @param lat degrees north, WGS 84; NaN where unknown
 * @param lon degrees east, WGS 84; NaN where unknown
 * @param rank prominence, 0 to 9
 * @param needsCue whether its name is also a common word or a person's name, so that only a cue
 *     word beside it makes it a place
 * @param homely whether places are so called in many countries ("Revolution Hospital"), so that it
 *     is meant only where the article names its country
 * @param source where the entry came from
 */
public record Place(
    String id,
    String nameEn,
    List<String> names,
    Kind kind,
    String siteType,
    String country,
    @Nullable String province,
    @Nullable String region,
    double lat,
    double lon,
    int rank,
    boolean needsCue,
    boolean homely,
    String source) {

  /** Mean radius of the earth. */
  private static final double EARTH_KM = 6371;

  /** Copies the names. */
  public Place {
    names = List.copyOf(names);
  }

  /** Whether coordinates are known. */
  public boolean isLocated() {
    return !Double.isNaN(lat) && !Double.isNaN(lon);
  }

  /** Whether the narrower place lies in this country, or in this province or region by name. */
  public boolean holds(Place narrow) {
    return switch (kind) {
      case COUNTRY -> narrow.kind() != Kind.COUNTRY && country.equals(narrow.country());
      case PROVINCE, REGION -> id.equals(narrow.province()) || id.equals(narrow.region());
      default -> false;
    };
  }

  /**
   * Kilometres along the great circle to another place (haversine formula); infinite where one of
   * them has no coordinates.
   */
  public double kmTo(Place other) {
    if (!isLocated() || !other.isLocated()) {
      return Double.POSITIVE_INFINITY;
    }
    double north = StrictMath.sin(Math.toRadians(other.lat - lat) / 2);
    double east = StrictMath.sin(Math.toRadians(other.lon - lon) / 2);
    double h =
        north * north
            + StrictMath.cos(Math.toRadians(lat))
                * StrictMath.cos(Math.toRadians(other.lat))
                * east
                * east;
    return 2 * EARTH_KM * StrictMath.asin(Math.sqrt(h));
  }

  /** The same as part of a wider region. */
  Place in(String wider) {
    return new Place(
        id, nameEn, names, kind, siteType, country, province, wider, lat, lon, rank, needsCue,
        homely, source);
  }

  /** Kinds of places, widest last. */
  public enum Kind {
    /** A named site. */
    SITE,
    /** A quarter of a city. */
    QUARTER,
    /** A city, town or village. */
    SETTLEMENT,
    /** A district. */
    DISTRICT,
    /** A governorate or province. */
    PROVINCE,
    /** A country. */
    COUNTRY,
    /** A stretch of land across or inside countries. */
    REGION,
    /** A sea, lake or river. */
    WATER
  }
}
