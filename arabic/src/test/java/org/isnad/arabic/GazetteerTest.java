package org.isnad.arabic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.isnad.core.lexicon.Gazetteer;
import org.isnad.core.lexicon.Place;
import org.junit.jupiter.api.Test;

/** The built-in gazetteer agrees with itself. */
class GazetteerTest {

  /**
   * The longest way from the middle of a province of ours to its border: the Eastern Province of
   * Saudi Arabia.
   */
  private static final double WIDEST_PROVINCE_KM = 700;

  private final Gazetteer gazetteer = ArabicKnowledge.load().gazetteer();

  @Test
  void everyProvinceThatAPlaceNamesIsAnEntryOfTheSameCountryAndNotFar() {
    List<String> wrong = new ArrayList<>();
    for (Place place : gazetteer.places()) {
      Place province = gazetteer.place(place.province());
      if (place.province() != null
          && (province == null
              || !province.country().equals(place.country())
              || km(place, province) > WIDEST_PROVINCE_KM)) {
        wrong.add(place.id() + " in " + place.province());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPlaceLiesInACountryOfTheGazetteer() {
    assertThat(
            gazetteer.places().stream()
                .filter(p -> !p.country().isEmpty() && gazetteer.country(p.country()) == null)
                .map(Place::id))
        .isEmpty();
  }

  @Test
  void everyIdStartsWithTheCodeOfItsCountry() {
    assertThat(
            gazetteer.places().stream()
                .filter(
                    p ->
                        !p.country().isEmpty()
                            && !p.id().startsWith(p.country().toLowerCase(Locale.ROOT)))
                .map(Place::id))
        .isEmpty();
  }

  @Test
  void everySiteSaysWhatKindOfSiteItIs() {
    assertThat(
            gazetteer.places().stream()
                .filter(p -> p.kind() == Place.Kind.SITE && p.siteType().isEmpty())
                .map(Place::id))
        .isEmpty();
  }

  private static double km(Place a, Place b) {
    double dy = (a.lat() - b.lat()) * 111;
    double dx = (a.lon() - b.lon()) * 111 * Math.cos(Math.toRadians(a.lat()));
    return Math.sqrt(dx * dx + dy * dy);
  }
}
