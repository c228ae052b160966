package org.isnad.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.DateWindow;
import org.isnad.core.mention.PlaceMention;
import org.isnad.core.mention.Quantity;
import org.isnad.core.mention.party.RegisteredParty;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.report.EventType;
import org.isnad.core.report.Outcome;
import org.isnad.core.report.Party;
import org.isnad.core.report.Status;
import org.isnad.io.PlaceJson;
import org.isnad.store.IncidentRecord;
import org.isnad.store.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A value that a person puts into a slot, written short or as JSON in the shape that incidents have
 * it, brought to that shape.
 *
 * <pre>
 * killed      5   5-9   5+   none   unknown
 * time        2026-03-04   2026-03-04..2026-03-06   ..2026-03-06
 * type        rocket-attack
 * place       iq.anbar          an id in the gazetteer, or a name that it does not know
 * actors      sudan-army; a name that the register does not know
 * weapons     drone; mortar
 * </pre>
 *
 * <p>An empty value empties the slot.
 */
final class SlotValue {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The slots that can be edited. */
  static final Set<String> SLOTS = new TreeSet<>(IncidentRecord.SLOTS);

  private final Knowledge knowledge;
  private final String slot;
  private final String given;

  private SlotValue(Knowledge knowledge, String slot, String given) {
    this.knowledge = knowledge;
    this.slot = slot;
    this.given = given;
  }

  /**
   * The value as incidents have it, as JSON.
   *
   * @throws RefusedException if there is no such slot or the value does not fit it
   */
  static String json(String slot, String given, Knowledge knowledge) {
    if (!SLOTS.contains(slot)) {
      throw new RefusedException("no field '" + slot + "'; there are " + String.join(", ", SLOTS));
    }
    return JSON.writeValueAsString(new SlotValue(knowledge, slot, given.strip()).value());
  }

  private JsonNode value() {
    if (given.isEmpty() || given.equals("null")) {
      return JSON.nullNode();
    }
    JsonNode written = written();
    return switch (slot) {
      case "type" -> choice(written, Stream.of(EventType.values()).map(EventType::id).toList());
      case "status" -> choice(written, names(Status.values()));
      case "time" -> time(written);
      case "place" -> place(written);
      case "count", "killed", "injured", "attackersKilled" -> number(written);
      case "outcome" -> each(written, one -> choice(one, names(Outcome.values())));
      case "weapons" -> each(written, one -> StringNode.valueOf(one.asString("")));
      default -> each(written, this::party);
    };
  }

  /** JSON where JSON was given, else the text as it stands. */
  private JsonNode written() {
    if ("{[\"".indexOf(given.charAt(0)) < 0) {
      return StringNode.valueOf(given);
    }
    try {
      return JSON.readTree(given);
    } catch (JacksonException e) {
      throw refused("JSON that is whole: " + e.getOriginalMessage());
    }
  }

  private JsonNode choice(JsonNode written, List<String> choices) {
    String one = written.asString("");
    if (!choices.contains(one)) {
      throw refused("one of " + String.join(", ", choices));
    }
    return StringNode.valueOf(one);
  }

  private JsonNode time(JsonNode written) {
    String text = written.asString("");
    int dots = text.indexOf("..");
    String from = dots < 0 ? text : text.substring(0, dots);
    String to = dots < 0 ? text : text.substring(dots + 2);
    if (written.isObject()) {
      from = written.path("earliest").asString("");
      to = written.path("latest").asString("");
    }
    try {
      LocalDate earliest = from.isEmpty() ? null : LocalDate.parse(from);
      LocalDate latest = to.isEmpty() ? null : LocalDate.parse(to);
      DateWindow window = new DateWindow(earliest, latest);
      ObjectNode node = JSON.createObjectNode();
      node.put("earliest", window.earliest() == null ? null : window.earliest().toString());
      node.put("latest", window.latest() == null ? null : window.latest().toString());
      return node;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw refused("a day such as 2026-03-04, or two with .. between them");
    }
  }

  private JsonNode number(JsonNode written) {
    String text = written.asString("");
    boolean word = text.equals("none") || text.equals("unknown");
    if (word && !slot.equals("count")) {
      return written;
    }
    try {
      Quantity quantity = written.isObject() ? quantity(written) : quantity(text);
      ObjectNode node = JSON.createObjectNode();
      node.put("min", quantity.min());
      node.put("max", quantity.max());
      return node;
    } catch (IllegalArgumentException e) {
      throw refused(
          "a number such as 5, 5-9 or 5+" + (slot.equals("count") ? "" : ", none, unknown"));
    }
  }

  private static Quantity quantity(JsonNode written) {
    JsonNode min = written.path("min");
    JsonNode max = written.path("max");
    if (!min.isIntegralNumber() && !max.isIntegralNumber()) {
      throw new IllegalArgumentException("no number");
    }
    return new Quantity(
        min.isIntegralNumber() ? Integer.valueOf(min.asInt()) : null,
        max.isIntegralNumber() ? Integer.valueOf(max.asInt()) : null);
  }

  private static Quantity quantity(String text) {
    if (text.endsWith("+")) {
      return Quantity.atLeast(Integer.parseUnsignedInt(text.substring(0, text.length() - 1)));
    }
    int dash = text.indexOf('-');
    return dash < 0
        ? Quantity.exactly(Integer.parseUnsignedInt(text))
        : new Quantity(
            Integer.valueOf(Integer.parseUnsignedInt(text.substring(0, dash))),
            Integer.valueOf(Integer.parseUnsignedInt(text.substring(dash + 1))));
  }

  private JsonNode place(JsonNode written) {
    String text = written.isObject() ? written.path("name").asString("") : written.asString("");
    Place place =
        knowledge.gazetteer().place(written.isObject() ? written.path("id").asString(text) : text);
    if (place == null && (text.isBlank() || written.has("id") && !written.path("id").isNull())) {
      throw refused("the id of a place of the gazetteer such as iq.anbar, or a name");
    }
    ObjectNode node = JSON.createObjectNode();
    node.put("name", place != null && text.equals(place.id()) ? place.names().getFirst() : text);
    node.put("precision", precision(written, place));
    if (place != null) {
      PlaceJson.add(node, place, knowledge.gazetteer());
    }
    return node;
  }

  private String precision(JsonNode written, @org.jspecify.annotations.Nullable Place place) {
    String precision = written.path("precision").asString("");
    if (!precision.isEmpty()) {
      return choice(written.path("precision"), names(PlaceMention.Precision.values())).asString();
    }
    if (place == null) {
      return "settlement";
    }
    return switch (place.kind()) {
      case SITE -> "site";
      case QUARTER, SETTLEMENT -> "settlement";
      case DISTRICT -> "district";
      case PROVINCE -> "province";
      case COUNTRY -> "country";
      case REGION, WATER -> "region";
    };
  }

  private JsonNode each(JsonNode written, java.util.function.UnaryOperator<JsonNode> one) {
    ArrayNode all = JSON.createArrayNode();
    if (written.isArray()) {
      written.forEach(item -> all.add(one.apply(item)));
    } else if (written.isObject()) {
      all.add(one.apply(written));
    } else {
      for (String part : written.asString("").split(";", -1)) {
        if (!part.isBlank()) {
          all.add(one.apply(StringNode.valueOf(part.strip())));
        }
      }
    }
    return all;
  }

  private JsonNode party(JsonNode written) {
    String name = written.isObject() ? written.path("name").asString("") : written.asString("");
    String id = written.isObject() ? written.path("id").asString("") : name;
    RegisteredParty known = knowledge.parties().party(id);
    if (known == null && (name.isBlank() || written.isObject() && !id.isEmpty())) {
      throw refused("the id of a party of the register, or a name");
    }
    ObjectNode node = JSON.createObjectNode();
    node.put("name", known != null && name.equals(known.id()) ? known.name() : name);
    node.put("id", known == null ? null : known.id());
    node.put("nameEn", known == null ? null : known.nameEn());
    if (written.has("status")) {
      node.set("status", choice(written.path("status"), names(Party.Standing.values())));
    }
    return node;
  }

  private static List<String> names(Enum<?>[] constants) {
    List<String> names = new ArrayList<>();
    for (Enum<?> constant : constants) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    return names;
  }

  private RefusedException refused(String expected) {
    return new RefusedException("field '" + slot + "': '" + given + "'; expected " + expected);
  }
}
