package org.isnad.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.isnad.store.IncidentRecord.Named;
import org.isnad.store.IncidentRecord.Toll;
import org.jspecify.annotations.Nullable;

/**
 * An incident in one line of words, put together from its values: "Shelling: Marib, Yemen,
 * 2024-03-04; killed 3-5 (disputed); claimed by …". Nothing is said that no column says.
 */
enum Summary {
  /** In English. */
  ENGLISH("en"),
  /** In Arabic. */
  ARABIC("ar");

  private static final Map<String, Map<String, String>> WORDS =
      ResourceTable.rows(
          "summary-words.csv",
          "word",
          row -> Map.of("en", row.getField("en"), "ar", row.getField("ar")));

  private final String language;

  Summary(String language) {
    this.language = language;
  }

  String of(IncidentRecord incident) {
    if (incident.status().isTombstone()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    parts.add(where(incident));
    toll("killed", incident.killed(), disputed(incident, "killed"), parts);
    toll("injured", incident.injured(), disputed(incident, "injured"), parts);
    parties("claimed", incident.claimedBy(), parts);
    if (incident.claimedBy().isEmpty()) {
      parties("actor", incident.actors(), parts);
    }
    return String.join(this == ARABIC ? "\u061B " : "; ", parts);
  }

  private String where(IncidentRecord incident) {
    Crosswalk.Type type = Crosswalk.type(incident.type());
    List<String> names = new ArrayList<>();
    Location place = incident.place();
    if (place == null) {
      names.add(word("unlocated"));
    } else {
      addNew(names, inLanguage(place.nameEn(), place.nameAr(), place.name()));
      addNew(names, inLanguage(place.provinceEn(), place.provinceAr(), null));
      addNew(names, this == ARABIC ? null : place.countryEn());
    }
    names.add(days(incident));
    String label = this == ARABIC ? type.labelAr() : type.labelEn();
    return label + ": " + String.join(comma(), names);
  }

  private static void addNew(List<String> names, @Nullable String name) {
    if (name != null && !name.isEmpty() && !names.contains(name)) {
      names.add(name);
    }
  }

  private @Nullable String inLanguage(
      @Nullable String english, @Nullable String arabic, @Nullable String otherwise) {
    String name = this == ARABIC ? arabic : english;
    return name == null ? otherwise : name;
  }

  private String days(IncidentRecord incident) {
    LocalDate first = incident.dateStart();
    LocalDate last = incident.dateEnd();
    if (first == null && last == null) {
      return word("undated");
    }
    if (first != null && first.equals(last)) {
      return first.toString();
    }
    return (first == null ? "" : first) + ".." + (last == null ? "" : last);
  }

  private void toll(String word, Toll toll, boolean disputed, List<String> parts) {
    Integer low = toll.low();
    Integer high = toll.high();
    if (low == null && high == null) {
      return;
    }
    String number =
        low == null
            ? "0-" + high
            : high == null
                ? low + " " + word("or-more")
                : low.equals(high) ? low.toString() : low + "-" + high;
    parts.add(word(word) + " " + number + (disputed ? " (" + word("disputed") + ")" : ""));
  }

  private void parties(String word, List<Named> parties, List<String> parts) {
    List<String> names = new ArrayList<>();
    for (Named party : parties) {
      addNew(names, this == ENGLISH && party.nameEn() != null ? party.nameEn() : party.name());
    }
    if (!names.isEmpty()) {
      parts.add(word(word) + " " + String.join(comma(), names));
    }
  }

  private static boolean disputed(IncidentRecord incident, String slot) {
    return incident.disputedFields().contains(slot);
  }

  private String comma() {
    return this == ARABIC ? "\u060C " : ", ";
  }

  private String word(String key) {
    return WORDS.getOrDefault(key, Map.of()).getOrDefault(language, key);
  }
}
