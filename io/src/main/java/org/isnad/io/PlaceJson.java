package org.isnad.io;

import java.util.Locale;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import tools.jackson.databind.node.ObjectNode;

/** What the gazetteer knows of a place, as incidents have it; coordinates in degrees, WGS 84. */
public final class PlaceJson {

  private PlaceJson() {}

  /** Adds the place, its province and its country to an object that already has a name. */
  public static void add(ObjectNode node, Place place, Gazetteer gazetteer) {
    node.put("id", place.id());
    node.put("nameEn", place.nameEn());
    node.put("nameAr", place.names().isEmpty() ? null : place.names().getFirst());
    node.put("kind", place.kind().name().toLowerCase(Locale.ROOT));
    node.put("country", place.country());
    Place country = gazetteer.country(place.country());
    node.put("countryEn", country == null ? null : country.nameEn());
    Place province =
        place.kind() == Place.Kind.PROVINCE ? place : gazetteer.place(place.province());
    if (province != null) {
      node.put("province", province.id());
      node.put("provinceEn", province.nameEn());
      node.put("provinceAr", province.names().isEmpty() ? null : province.names().getFirst());
    }
    if (place.isLocated()) {
      node.put("lat", place.lat());
      node.put("lon", place.lon());
    }
  }
}
