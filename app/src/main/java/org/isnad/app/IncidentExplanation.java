package org.isnad.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
    for (Map.Entry<String, JsonNode> slot : incident.properties()) {
      if (slot.getValue().has("claims")) {
        slot(slot.getKey(), slot.getValue());
      }
    }
  }

  private void slot(String name, JsonNode reported) {
    lines.accept("");
    boolean disputed = reported.path("disputed").asBoolean();
    lines.accept(
        name
            + ": "
            + IncidentRow.words(reported.path("best"))
            + " ("
            + reported.path("rule").asString("")
            + ": "
            + reported.path("reason").asString("")
            + ")"
            + (disputed ? ", disputed" : ""));
    int number = 0;
    for (JsonNode claim : reported.path("claims")) {
      claim(++number, claim);
    }
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
