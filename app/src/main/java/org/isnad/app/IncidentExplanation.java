package org.isnad.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Tells, line by line, what is reported of an incident: every value with its chains and quoted
 * words.
 */
final class IncidentExplanation {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Consumer<String> lines;

  IncidentExplanation(Consumer<String> lines) {
    this.lines = lines;
  }

  void tell(String json) {
    JsonNode incident = JSON.readTree(json);
    lines.accept(
        "incident "
            + incident.path("id").asString()
            + (incident.path("disputed").asBoolean() ? ", disputed" : ""));
    review(incident.path("review"));
    for (Map.Entry<String, JsonNode> slot : incident.properties()) {
      if (slot.getValue().has("claims")) {
        slot(slot.getKey(), slot.getValue());
      }
    }
  }

  /** A sum of events, and one by one the incidents that can be among them. */
  void tellSeries(String json, UnaryOperator<String> row) {
    JsonNode series = JSON.readTree(json);
    lines.accept("series " + series.path("id").asString() + ": " + summary(series));
    lines.accept(
        "no incident itself; its members are coded on their own where an article names them");
    for (String slot : List.of("type", "time", "place", "actors", "count")) {
      String words = IncidentRow.words(series.path(slot));
      lines.accept(slot + ": " + (words.isEmpty() ? "not given" : words));
    }
    for (JsonNode chain : series.path("chains")) {
      lines.accept("says " + joined(chain, " < ") + quoted(series.path("quote")));
    }
    members("named in the same article", series.path("namedHere"), row);
    members("named elsewhere", series.path("namedElsewhere"), row);
    lines.accept("named nowhere: " + series.path("unnamed").asString("0") + " at least");
  }

  /** One line for a sum that the incident before can be one of. */
  void tellSum(String json) {
    JsonNode series = JSON.readTree(json);
    lines.accept("");
    lines.accept(
        "can be one of series "
            + series.path("id").asString()
            + ": "
            + summary(series)
            + quoted(series.path("quote")));
  }

  private static String summary(JsonNode series) {
    return series.path("summary").asString("");
  }

  private void members(String head, JsonNode ids, UnaryOperator<String> row) {
    lines.accept(head + ": " + ids.size());
    ids.forEach(id -> lines.accept("  " + row.apply(id.asString())));
  }

  private static String joined(JsonNode words, String by) {
    List<String> all = new ArrayList<>();
    words.forEach(word -> all.add(word.asString("")));
    return String.join(by, all);
  }

  private static String quoted(JsonNode quote) {
    String words = quote.asString("").replace('\n', ' ');
    return words.isEmpty() ? "" : ": \"" + words + "\"";
  }

  private void review(JsonNode review) {
    if (review.isMissingNode()) {
      return;
    }
    lines.accept(
        review.path("status").asString("")
            + ", last by "
            + review.path("by").asString("")
            + " on "
            + review.path("at").asString(""));
    List<String> changed = new ArrayList<>();
    review.path("readingChanged").forEach(slot -> changed.add(slot.asString("")));
    if (!changed.isEmpty()) {
      lines.accept("the reports say otherwise since: " + String.join(", ", changed));
    }
    for (JsonNode remark : review.path("remarks")) {
      lines.accept(
          remark.path("decision").asString("")
              + " "
              + remark.path("kind").asString("")
              + " by "
              + remark.path("by").asString("")
              + ": "
              + remark.path("text").asString(""));
    }
  }

  private void slot(String name, JsonNode reported) {
    lines.accept("");
    boolean disputed = reported.path("disputed").asBoolean();
    String why =
        reported.has("edited")
            ? edited(reported.path("edited"))
            : reported.path("rule").asString("") + ": " + reported.path("reason").asString("");
    lines.accept(
        name
            + ": "
            + IncidentRow.words(reported.path("best"))
            + " ("
            + why
            + ")"
            + (disputed ? ", disputed" : ""));
    int number = 0;
    for (JsonNode claim : reported.path("claims")) {
      claim(++number, claim);
    }
  }

  private static String edited(JsonNode edited) {
    String read = IncidentRow.words(edited.path("read"));
    return "put there by "
        + edited.path("by").asString("")
        + " on "
        + edited.path("at").asString("")
        + ": "
        + edited.path("reason").asString("")
        + "; the reports say "
        + (read.isEmpty() ? "nothing" : read)
        + (edited.path("readingChanged").asBoolean(false) ? ", which is new since" : "");
  }

  private void claim(int number, JsonNode claim) {
    lines.accept(
        "  "
            + number
            + ". "
            + IncidentRow.words(claim.path("value"))
            + ", independent chains: "
            + claim.path("independentChains").asInt()
            + others(claim, "revises")
            + others(claim, "contradicts"));
    for (JsonNode testimony : claim.path("testimonies")) {
      testimony(testimony);
    }
  }

  private void testimony(JsonNode testimony) {
    Set<String> chain = new LinkedHashSet<>();
    chain.add(testimony.path("outlet").asString(testimony.path("article").asString()));
    testimony.path("chain").forEach(link -> chain.add(link.asString()));
    String day = testimony.path("published").asString("");
    String quote = testimony.path("quote").asString("").replace('\n', ' ');
    lines.accept(
        "     "
            + String.join(" < ", chain)
            + " ("
            + testimony.path("report").asString()
            + (day.isEmpty() ? "" : ", " + day)
            + ")"
            + (quote.isEmpty() ? "" : ": \"" + quote + "\""));
  }

  private static String others(JsonNode claim, String relation) {
    List<String> numbers = new ArrayList<>();
    claim.path(relation).forEach(position -> numbers.add(Integer.toString(position.asInt() + 1)));
    return numbers.isEmpty() ? "" : ", " + relation + " " + String.join(", ", numbers);
  }
}
