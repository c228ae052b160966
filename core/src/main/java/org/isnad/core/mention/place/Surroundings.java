package org.isnad.core.mention.place;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.core.analysis.AnalyzedText;
import org.isnad.core.analysis.Label;
import org.isnad.core.lexicon.Place;

/**
 * Which countries and provinces an article names how often, by places of one meaning only and by
 * nationalities.
 *
 * @param countries by code
 * @param provinces by id
 * @param named how often each place itself is named, by id
 */
record Surroundings(
    Map<String, Integer> countries, Map<String, Integer> provinces, Map<String, Integer> named) {

  static Surroundings of(AnalyzedText text, List<Found> all) {
    Map<String, Integer> countries = new TreeMap<>();
    Map<String, Integer> provinces = new TreeMap<>();
    Map<String, Integer> named = new TreeMap<>();
    for (Found found : all) {
      Place only = found.candidates().size() == 1 ? found.candidates().getFirst() : null;
      if (only != null && !only.needsCue() && !only.homely()) {
        countries.merge(only.country(), 1, Integer::sum);
        named.merge(only.id(), 1, Integer::sum);
        String province = only.kind() == Place.Kind.PROVINCE ? only.id() : only.province();
        if (province != null) {
          provinces.merge(province, 1, Integer::sum);
        }
      }
    }
    for (int i = 0; i < text.size(); i++) {
      Label nationality = text.token(i).label("nationalities");
      if (nationality != null) {
        countries.merge(nationality.entry().attribute("country"), 1, Integer::sum);
      }
    }
    return new Surroundings(countries, provinces, named);
  }

  /** Whether the article names countries and, but for the place itself, not the one it lies in. */
  boolean areElsewhere(Place place) {
    int own = named.getOrDefault(place.id(), 0);
    boolean others = countries.keySet().stream().anyMatch(c -> !c.equals(place.country()));
    return others && countries.getOrDefault(place.country(), 0) <= own;
  }

  /** The one country that the article names, or the empty string where it names none or several. */
  String onlyCountry() {
    return countries.size() == 1 ? countries.keySet().iterator().next() : "";
  }

  /** The country that the article names most, twice as often as any other; else empty. */
  String mainCountry() {
    String main = "";
    int most = 0;
    int second = 0;
    for (Map.Entry<String, Integer> country : countries.entrySet()) {
      int times = country.getKey().isEmpty() ? 0 : country.getValue();
      if (times > most) {
        second = most;
        most = times;
        main = country.getKey();
      } else {
        second = Math.max(second, times);
      }
    }
    return most >= 2 * second ? main : "";
  }
}
