package org.isnad.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.isnad.store.ChangeRow;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads anew what another version read, and tells what that changed, one line a change. */
public final class Rerun {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Run run;
  private final Consumer<String> lines;

  /** A new reading whose changes go, line by line, to {@code lines}. */
  public Rerun(Run run, Consumer<String> lines) {
    this.run = run;
    this.lines = lines;
  }

  /** Reads, links and tells. */
  public Run.Outcome run(Store store) {
    long before = store.lastChange();
    Run.Outcome outcome = run.rerun(store);
    Map<String, Integer> kinds = new TreeMap<>();
    store.changes(
        before,
        Integer.MAX_VALUE,
        change -> {
          kinds.merge(change.kind(), 1, Integer::sum);
          tell(change);
        });
    lines.accept(kinds.isEmpty() ? "nothing changed" : summary(kinds));
    return outcome;
  }

  private void tell(ChangeRow change) {
    lines.accept(change.incident() + " " + change.kind());
    JsonNode before = values(change.before());
    JsonNode after = values(change.after());
    TreeSet<String> fields = new TreeSet<>(before.propertyNames());
    fields.addAll(after.propertyNames());
    for (String field : fields) {
      if (!before.path(field).equals(after.path(field))) {
        lines.accept("  " + field + ": " + change(before.path(field), after.path(field)));
      }
    }
  }

  private static JsonNode values(@Nullable String json) {
    return json == null ? JSON.createObjectNode() : JSON.readTree(json);
  }

  /** Old and new value; where only the entries of the register differ, these stand with them. */
  private static String change(JsonNode before, JsonNode after) {
    String old = words(before);
    String now = words(after);
    return old.equals(now) ? old + ids(before) + " -> " + now + ids(after) : old + " -> " + now;
  }

  /** {@code (id, id)}, a dash for a value without one; nothing where the value has none at all. */
  private static String ids(JsonNode value) {
    List<String> ids = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      ids.add(one.path("id").isString() ? one.path("id").asString() : "-");
    }
    return ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")";
  }

  private static String words(JsonNode value) {
    String words = IncidentRow.words(value);
    return words.isEmpty() ? "-" : words;
  }

  private static String summary(Map<String, Integer> kinds) {
    StringBuilder summary = new StringBuilder();
    kinds.forEach(
        (kind, number) ->
            summary.append(summary.isEmpty() ? "" : ", ").append(number).append(' ').append(kind));
    return summary.toString();
  }
}
