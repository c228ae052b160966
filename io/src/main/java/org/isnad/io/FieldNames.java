package org.isnad.io;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How other programs name the fields of an article in their JSON Lines: {@code
 * text=body,url=source.link} reads the text from {@code body} and the address from {@code link}
 * inside {@code source}. Names that are not given are our own. Immutable.
 */
public final class FieldNames {

  /** Our own names. */
  public static final FieldNames OWN = new FieldNames(Map.of());

  private static final List<String> KNOWN =
      List.of("id", "url", "outlet", "retrieved", "published", "title", "text");

  private final Map<String, String> names;

  private FieldNames(Map<String, String> names) {
    this.names = Map.copyOf(names);
  }

  /**
   * Reads a list such as {@code text=body,url=link}.
   *
   * @throws IllegalArgumentException where a part is no pair or names a field that there is not
   */
  public static FieldNames parse(String list) {
    Map<String, String> names = new TreeMap<>();
    for (String pair : list.split(",")) {
      int equals = pair.indexOf('=');
      String field = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
      String name = equals < 0 ? "" : pair.substring(equals + 1).strip();
      if (name.isEmpty() || !KNOWN.contains(field)) {
        throw new IllegalArgumentException(
            "'"
                + pair.strip()
                + "'; expected FIELD=NAME with a FIELD of "
                + String.join(", ", KNOWN));
      }
      names.put(field, name);
    }
    return new FieldNames(names);
  }

  /** The name that a field has in the input. */
  String of(String field) {
    return names.getOrDefault(field, field);
  }

  /** The value of a field, or null; a name with dots goes into objects. */
  @Nullable JsonNode value(JsonNode line, String field) {
    String name = of(field);
    JsonNode whole = line.get(name);
    if (whole != null || name.indexOf('.') < 0) {
      return whole;
    }
    JsonNode node = line;
    for (String step : name.split("\\.")) {
      node = node == null ? null : node.get(step);
    }
    return node;
  }
}
