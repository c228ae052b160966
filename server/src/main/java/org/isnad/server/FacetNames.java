package org.isnad.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.isnad.core.lexicon.Lexicon;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.party.RegisteredParty;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Names for the values of facets. Parties and provinces are counted by their ids; people read
 * names.
 */
final class FacetNames {

  private static final Set<String> OF_PARTIES = Set.of("actor", "target");

  private final Knowledge knowledge;
  private final Map<String, Set<String>> spellings = new HashMap<>();

  FacetNames(Knowledge knowledge) {
    this.knowledge = knowledge;
    for (Lexicon.Named named : knowledge.parties().names()) {
      Set<String> of = spellings.computeIfAbsent(named.key(), id -> new HashSet<>());
      named.spellings().forEach(spelling -> of.add(Normalizer.fold(spelling)));
    }
  }

  /**
   * A name in both languages.
   *
   * @param english its English name
   * @param arabic its usual Arabic name
   */
  record Names(String english, String arabic) {}

  /** The name of what a value is the id of, or null where it is no id. */
  @Nullable Names of(String facet, String value) {
    if (OF_PARTIES.contains(facet)) {
      RegisteredParty party = knowledge.parties().party(value);
      return party == null ? null : new Names(party.nameEn(), party.name());
    }
    if (facet.equals("province")) {
      Place place = knowledge.gazetteer().place(value);
      return place == null
          ? null
          : new Names(
              place.nameEn(), place.names().isEmpty() ? place.nameEn() : place.names().getFirst());
    }
    return null;
  }

  /**
   * The values without those that are only other words for one that is there by its id: a party is
   * found by its id, its English name and the name as written, and would be counted three times.
   */
  Map<String, Integer> once(String facet, Map<String, Integer> values) {
    if (!OF_PARTIES.contains(facet)) {
      return values;
    }
    Set<String> said = new HashSet<>();
    for (String value : values.keySet()) {
      RegisteredParty party = knowledge.parties().party(value);
      if (party != null) {
        said.add(party.nameEn());
        said.add(Normalizer.fold(party.name()));
        said.addAll(spellings.getOrDefault(value, Set.of()));
      }
    }
    Map<String, Integer> left = new LinkedHashMap<>();
    values.forEach(
        (value, count) -> {
          if (!said.contains(value) && !said.contains(Normalizer.fold(value))) {
            left.put(value, count);
          }
        });
    return left;
  }
}
