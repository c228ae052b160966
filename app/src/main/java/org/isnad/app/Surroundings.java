package org.isnad.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.isnad.core.lexicon.Place;
import org.jspecify.annotations.Nullable;

/**
 * Places by where they lie, in cells of a quarter of a degree, so that what is near a point is
 * found without looking at everything.
 */
final class Surroundings {

  private static final double CELL = 0.25;

  /** Kilometres of a degree of latitude. */
  private static final double KM = 111.2;

  private final Map<Long, List<Place>> cells = new HashMap<>();

  void add(Place place) {
    if (place.isLocated()) {
      cells
          .computeIfAbsent(cell(row(place.lat()), row(place.lon())), k -> new ArrayList<>(2))
          .add(place);
    }
  }

  /**
   * The value on which the {@code votes} nearest places within {@code km} agree; null where they do
   * not, or are fewer.
   */
  @Nullable String agreed(
      double lat, double lon, double km, int votes, Function<Place, @Nullable String> value) {
    List<Place> near = within(lat, lon, km);
    near.removeIf(p -> value.apply(p) == null);
    near.sort(
        Comparator.comparingDouble((Place p) -> km(lat, lon, p.lat(), p.lon()))
            .thenComparing(Place::id));
    if (near.size() < votes) {
      return null;
    }
    String first = value.apply(near.getFirst());
    return near.subList(1, votes).stream().allMatch(p -> value.apply(p).equals(first))
        ? first
        : null;
  }

  /** All places within so many kilometres. */
  List<Place> within(double lat, double lon, double km) {
    int reach = (int) Math.ceil(km / KM / CELL);
    int wide = (int) Math.ceil(reach / Math.max(0.2, Math.cos(Math.toRadians(lat))));
    List<Place> found = new ArrayList<>();
    for (int y = row(lat) - reach; y <= row(lat) + reach; y++) {
      for (int x = row(lon) - wide; x <= row(lon) + wide; x++) {
        for (Place place : cells.getOrDefault(cell(y, x), List.of())) {
          if (km(lat, lon, place.lat(), place.lon()) <= km) {
            found.add(place);
          }
        }
      }
    }
    return found;
  }

  /** Distance in kilometres, good to a hundredth over the few that matter here. */
  static double km(double lat, double lon, double otherLat, double otherLon) {
    double dy = (lat - otherLat) * KM;
    double dx = (lon - otherLon) * KM * Math.cos(Math.toRadians((lat + otherLat) / 2));
    return Math.hypot(dx, dy);
  }

  private static int row(double degrees) {
    return (int) Math.floor(degrees / CELL);
  }

  private static long cell(int row, int column) {
    return ((long) row << 32) ^ (column & 0xFFFFFFFFL);
  }
}
