package org.isnad.core.lexicon;

import java.util.List;

/**
 * A place as a published gazetteer gives it, before anything is decided about it.
 *
 * @param key source and id, {@code wof:85671017} or {@code gn:98182}
 * @param kind what it is
 * @param siteType kind of site, or empty
 * @param country ISO 3166-1 alpha-2, upper case; empty where the source names none
 * @param nameEn name in Latin letters
 * @param names names that may be Arabic, as the source spells them, most usual first
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param region key of the province it lies in; empty where the source names none
 * @param population inhabitants; 0 where not known
 * @param where file and line, or file and id, as a user finds it
 */
public record PlaceRecord(
    String key,
    Place.Kind kind,
    String siteType,
    String country,
    String nameEn,
    List<String> names,
    double lat,
    double lon,
    String region,
    long population,
    String where) {

  /** Copies the names. */
  public PlaceRecord {
    names = List.copyOf(names);
  }

  /** The same place with this country and these names. */
  public PlaceRecord named(String ofCountry, List<String> cleaned) {
    return new PlaceRecord(
        key, kind, siteType, ofCountry, nameEn, cleaned, lat, lon, region, population, where);
  }
}
