package org.isnad.store;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a change of an incident changed: the values before and after of whatever differs, each as a
 * JSON object. Slots stand with their best value, or with all claimed values where the best is the
 * same.
 */
record Difference(String before, String after) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Between two versions; null where there was none before. */
  static Difference between(@Nullable String older, String newer) {
    JsonNode a = older == null ? JSON.createObjectNode() : JSON.readTree(older);
    JsonNode b = JSON.readTree(newer);
    ObjectNode before = JSON.createObjectNode();
    ObjectNode after = JSON.createObjectNode();
    Set<String> keys = new TreeSet<>();
    a.propertyNames().forEach(keys::add);
    b.propertyNames().forEach(keys::add);
    for (String key : keys) {
      if (!key.equals("id") && !key.equals("review") && !Objects.equals(a.get(key), b.get(key))) {
        field(key, a.path(key), b.path(key), before, after);
      }
    }
    return new Difference(JSON.writeValueAsString(before), JSON.writeValueAsString(after));
  }

  /** The same with the status in review, and the successor of a merged incident. */
  Difference withStatus(ReviewStatus status, @Nullable String mergedInto) {
    return new Difference(
        withStatus(before, status, mergedInto), withStatus(after, status, mergedInto));
  }

  private static String withStatus(String json, ReviewStatus status, @Nullable String mergedInto) {
    ObjectNode node = (ObjectNode) JSON.readTree(json);
    node.put("review", status.id());
    if (mergedInto != null) {
      node.put("mergedInto", mergedInto);
    }
    return JSON.writeValueAsString(node);
  }

  private static void field(
      String key, JsonNode a, JsonNode b, ObjectNode before, ObjectNode after) {
    if (key.equals("reports")) {
      put(before, key, column(a, "id"));
      put(after, key, column(b, "id"));
    } else if (!a.has("claims") && !b.has("claims")) {
      put(before, key, a);
      put(after, key, b);
    } else if (!a.path("best").equals(b.path("best"))) {
      put(before, key, a.path("best"));
      put(after, key, b.path("best"));
    } else {
      put(before, key, column(a.path("claims"), "value"));
      put(after, key, column(b.path("claims"), "value"));
    }
  }

  private static ArrayNode column(JsonNode rows, String name) {
    ArrayNode column = JSON.createArrayNode();
    rows.forEach(row -> column.add(row.path(name)));
    return column;
  }

  private static void put(ObjectNode into, String key, JsonNode value) {
    if (!value.isMissingNode()) {
      into.set(key, value);
    }
  }
}
