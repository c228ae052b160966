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
 */
record Surroundings(Map<String, Integer> countries, Map<String, Integer> provinces) {

  static Surroundings of(AnalyzedText text, List<Found> all) {
    Map<String, Integer> countries = new TreeMap<>();
    Map<String, Integer> provinces = new TreeMap<>();
    for (Found found : all) {
      Place only = found.candidates().size() == 1 ? found.candidates().getFirst() : null;
      if (only != null && !only.needsCue() && !only.homely()) {
        countries.merge(only.country(), 1, Integer::sum);
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
    return new Surroundings(countries, provinces);
  }
}
