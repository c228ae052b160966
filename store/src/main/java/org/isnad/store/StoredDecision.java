package org.isnad.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isnad.core.incident.Decision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A decision as the store keeps it.
 *
 * @param decision who decided what, when and why
 * @param incidentVersion the version that the person saw, or null where no single incident is meant
 * @param read what the reports said then: the best value of every slot, as a JSON object
 */
public record StoredDecision(Decision decision, @Nullable Integer incidentVersion, String read) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The name of its kind in the store and the API. */
  public static String kind(Decision decision) {
    return switch (decision) {
      case Decision.Accept accept -> "accept";
      case Decision.Publish publish -> "publish";
      case Decision.Reject reject -> "reject";
      case Decision.Unsure unsure -> "unsure";
      case Decision.Comment comment -> "comment";
      case Decision.Edit edit -> "edit";
      case Decision.Merge merge -> "merge";
      case Decision.Split split -> "split";
      case Decision.Undo undo -> "undo";
    };
  }

  /** The incident meant, or null where reports or another decision are. */
  public static @Nullable String incident(Decision decision) {
    return switch (decision) {
      case Decision.Accept accept -> accept.incident();
      case Decision.Publish publish -> publish.incident();
      case Decision.Reject reject -> reject.incident();
      case Decision.Unsure unsure -> unsure.incident();
      case Decision.Comment comment -> comment.incident();
      case Decision.Edit edit -> edit.incident();
      case Decision.Merge merge -> null;
      case Decision.Split split -> null;
      case Decision.Undo undo -> null;
    };
  }

  /** The reports that a decision speaks of. */
  public static List<String> reports(Decision decision) {
    if (decision instanceof Decision.Merge merge) {
      return merge.reports();
    }
    if (decision instanceof Decision.Split split) {
      List<String> reports = new ArrayList<>(split.part());
      reports.addAll(split.rest());
      return reports;
    }
    return List.of();
  }

  /** The same with other ids of reports. */
  public StoredDecision renamed(Map<String, String> names) {
    Decision renamed =
        switch (decision) {
          case Decision.Merge m ->
              new Decision.Merge(m.id(), m.by(), m.at(), m.reason(), renamed(m.reports(), names));
          case Decision.Split s ->
              new Decision.Split(
                  s.id(),
                  s.by(),
                  s.at(),
                  s.reason(),
                  renamed(s.part(), names),
                  renamed(s.rest(), names));
          default -> decision;
        };
    return new StoredDecision(renamed, incidentVersion, read);
  }

  private static List<String> renamed(List<String> reports, Map<String, String> names) {
    return reports.stream().map(report -> names.getOrDefault(report, report)).toList();
  }

  /** What is particular to its kind, as JSON. */
  String json() {
    ObjectNode node = JSON.createObjectNode();
    switch (decision) {
      case Decision.Edit edit -> {
        node.put("slot", edit.slot());
        node.set("value", JSON.readTree(edit.value()));
      }
      case Decision.Merge merge -> merge.reports().forEach(node.putArray("reports")::add);
      case Decision.Split split -> {
        split.part().forEach(node.putArray("part")::add);
        split.rest().forEach(node.putArray("rest")::add);
      }
      case Decision.Undo undo -> node.put("undone", undo.undone());
      case Decision.Accept accept -> {}
      case Decision.Publish publish -> {}
      case Decision.Reject reject -> {}
      case Decision.Unsure unsure -> {}
      case Decision.Comment comment -> {}
    }
    node.set("read", JSON.readTree(read));
    return JSON.writeValueAsString(node);
  }

  /** A decision out of the cells of its row. */
  static StoredDecision of(
      String id,
      String kind,
      String by,
      Instant at,
      String reason,
      @Nullable String incident,
      @Nullable Integer version,
      String json) {
    JsonNode node = JSON.readTree(json);
    String on = incident == null ? "" : incident;
    Decision decision =
        switch (kind) {
          case "accept" -> new Decision.Accept(id, by, at, reason, on);
          case "publish" -> new Decision.Publish(id, by, at, reason, on);
          case "reject" -> new Decision.Reject(id, by, at, reason, on);
          case "unsure" -> new Decision.Unsure(id, by, at, reason, on);
          case "comment" -> new Decision.Comment(id, by, at, reason, on);
          case "edit" -> edit(id, by, at, reason, on, node);
          case "merge" -> new Decision.Merge(id, by, at, reason, strings(node.path("reports")));
          case "split" ->
              new Decision.Split(
                  id, by, at, reason, strings(node.path("part")), strings(node.path("rest")));
          case "undo" -> new Decision.Undo(id, by, at, reason, node.path("undone").asString(""));
          default ->
              throw new StoreException(
                  "decision "
                      + id
                      + " is of kind '"
                      + kind
                      + "', which this program does not know");
        };
    return new StoredDecision(decision, version, JSON.writeValueAsString(node.path("read")));
  }

  private static Decision edit(
      String id, String by, Instant at, String reason, String incident, JsonNode node) {
    String value = JSON.writeValueAsString(node.path("value"));
    return new Decision.Edit(id, by, at, reason, incident, node.path("slot").asString(""), value);
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asString("")));
    return strings;
  }
}
