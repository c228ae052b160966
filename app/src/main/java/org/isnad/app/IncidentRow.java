package org.isnad.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * An incident on one line of a table: of each value the best supported, and a mark where claims
 * differ.
 *
 * @param id the incident
 * @param when day or window
 * @param type what happened
 * @param where place as named, with its English name where known
 * @param by who acted
 * @param killed dead; {@code *} where disputed
 * @param injured hurt; {@code *} where disputed
 * @param reports how many reports tell of it
 * @param notes disputed, claimed, denied or foiled, and where it stands in review
 */
public record IncidentRow(
    String id,
    String when,
    String type,
    String where,
    String by,
    String killed,
    String injured,
    String reports,
    String notes) {

  /** The heads of the columns. */
  public static final List<String> COLUMNS =
      List.of("incident", "when", "type", "where", "by", "killed", "injured", "reports", "notes");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The row of an incident as the store keeps it. */
  public static IncidentRow of(String json) {
    JsonNode incident = JSON.readTree(json);
    return new IncidentRow(
        incident.path("id").asString(),
        window(best(incident, "time")),
        best(incident, "type").asString(""),
        name(best(incident, "place")),
        names(incident, "actors"),
        toll(incident, "killed"),
        toll(incident, "injured"),
        Integer.toString(incident.path("reports").size()),
        notes(incident));
  }

  /** The cells in the order of {@link #COLUMNS}. */
  public List<String> cells() {
    return List.of(id, when, type, where, by, killed, injured, reports, notes);
  }

  /** A value of an incident in words; for explanations too. */
  static String words(JsonNode value) {
    if (value.has("earliest")) {
      return window(value);
    }
    if (value.has("min")) {
      return number(value);
    }
    if (value.isArray()) {
      List<String> words = new ArrayList<>();
      value.forEach(one -> words.add(words(one)));
      return String.join(", ", words);
    }
    return value.isObject() ? name(value) : value.asString("");
  }

  private static JsonNode best(JsonNode incident, String slot) {
    return incident.path(slot).path("best");
  }

  private static String window(JsonNode window) {
    String from = window.path("earliest").asString("");
    String to = window.path("latest").asString("");
    return from.equals(to) ? from : from + ".." + to;
  }

  private static String name(JsonNode named) {
    String name = named.path("name").asString("");
    String english = named.path("nameEn").asString("");
    return english.isEmpty() ? name : english;
  }

  private static String names(JsonNode incident, String slot) {
    if (incident.path(slot).has("edited")) {
      return words(best(incident, slot));
    }
    Set<String> names = new LinkedHashSet<>();
    incident.path(slot).path("claims").forEach(claim -> names.add(name(claim.path("value"))));
    return String.join(", ", names);
  }

  private static String toll(JsonNode incident, String slot) {
    String mark = incident.path(slot).path("disputed").asBoolean(false) ? "*" : "";
    return words(best(incident, slot)) + mark;
  }

  private static String number(JsonNode quantity) {
    String min = quantity.path("min").asString("");
    String max = quantity.path("max").asString("");
    if (min.equals(max)) {
      return min;
    }
    return max.isEmpty() ? min + "+" : min.isEmpty() ? "up to " + max : min + "-" + max;
  }

  private static String notes(JsonNode incident) {
    Set<String> notes = new LinkedHashSet<>();
    String status = best(incident, "status").asString("");
    if (!status.equals("asserted") && !status.isEmpty()) {
      notes.add(status);
    }
    if (incident.path("disputed").asBoolean(false)) {
      notes.add("disputed");
    }
    String review = incident.path("review").path("status").asString("");
    if (!review.isEmpty()) {
      notes.add(review);
    }
    if (incident.has("claimedBy")) {
      notes.add("claimed");
    }
    if (incident.has("deniedBy")) {
      notes.add("denied by " + names(incident, "deniedBy"));
    }
    return String.join(", ", notes);
  }
}
