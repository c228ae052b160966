package org.isnad.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.isnad.core.lexicon.Place;
import org.isnad.core.lexicon.PlaceRecord;
import org.isnad.core.lexicon.Placetypes;
import org.isnad.core.pipeline.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads Who's On First features as GeoJSON: one a file, as the data repositories and bundles hold
 * them, or many in a collection. Shapes are skipped while reading, so that a file of any size takes
 * the memory of one feature's properties.
 */
public final class WhosOnFirstFeatures {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PlaceSink sink;

  /** A reader that hands everything to {@code sink}. */
  public WhosOnFirstFeatures(PlaceSink sink) {
    this.sink = sink;
  }

  /**
   * Reads a feature or a collection.
   *
   * @param where the file, for problems
   */
  public void read(String where, InputStream in) throws IOException {
    int features = 0;
    try (JsonParser parser = JSON.createParser(in)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          token = parser.nextToken();
          if (name.equals("properties") && token == JsonToken.START_OBJECT) {
            features++;
            int line = parser.currentTokenLocation().getLineNr();
            feature(parser.readValueAsTree(), where + ":" + line);
          } else if (!name.equals("features")) {
            parser.skipChildren();
          }
        }
        token = parser.nextToken();
      }
    } catch (JacksonException e) {
      int line = Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
      malformed(where + ":" + line, "from here on no whole JSON: " + e.getOriginalMessage());
      return;
    }
    if (features == 0) {
      malformed(where, "no feature with properties; expected GeoJSON of Who's On First");
    }
  }

  private void feature(JsonNode properties, String where) {
    String id = text(properties, "wof:id");
    String placetype = text(properties, "wof:placetype");
    if (id.isEmpty() || placetype.isEmpty()) {
      malformed(where, "no wof:id or no wof:placetype");
      return;
    }
    Place.Kind kind = Placetypes.kind(placetype);
    if (kind == null || isGone(properties)) {
      sink.passedOver(1);
      return;
    }
    double lat = degrees(properties, "latitude");
    double lon = degrees(properties, "longitude");
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      malformed(where, "no coordinates in lbl:latitude or geom:latitude");
      return;
    }
    sink.place(
        new PlaceRecord(
            "wof:" + id,
            kind,
            Placetypes.siteType(kind),
            country(properties),
            english(properties),
            arabic(properties),
            lat,
            lon,
            kind == Place.Kind.PROVINCE ? "" : region(properties),
            population(properties),
            where));
  }

  /** Deprecated, superseded, or said to be no longer current. */
  private static boolean isGone(JsonNode properties) {
    String deprecated = text(properties, "edtf:deprecated");
    boolean said = !deprecated.isEmpty() && !deprecated.equals("uuuu") && !deprecated.equals("..");
    JsonNode by = properties.get("wof:superseded_by");
    return said || by != null && !by.isEmpty() || text(properties, "mz:is_current").equals("0");
  }

  private static String country(JsonNode properties) {
    String iso = text(properties, "iso:country");
    return iso.isEmpty() ? text(properties, "wof:country") : iso;
  }

  private static String english(JsonNode properties) {
    JsonNode english = properties.get("name:eng_x_preferred");
    return english != null && english.isArray() && !english.isEmpty()
        ? english.get(0).asString("")
        : text(properties, "wof:name");
  }

  /** Preferred names first, then variants; names of unknown language are left to the importer. */
  private static List<String> arabic(JsonNode properties) {
    List<String> names = new ArrayList<>();
    for (String key : List.of("preferred", "variant", "colloquial")) {
      JsonNode found = properties.get("name:ara_x_" + key);
      if (found != null && found.isArray()) {
        found.forEach(n -> names.add(n.asString("")));
      }
    }
    names.add(text(properties, "wof:name"));
    return names;
  }

  /** The point where a label would stand, or else the middle of the shape. */
  private static double degrees(JsonNode properties, String axis) {
    for (String source : List.of("lbl:", "geom:")) {
      JsonNode value = properties.get(source + axis);
      if (value != null && value.isNumber()) {
        return value.asDouble();
      }
    }
    return Double.NaN;
  }

  private static String region(JsonNode properties) {
    JsonNode hierarchies = properties.get("wof:hierarchy");
    if (hierarchies != null && hierarchies.isArray() && !hierarchies.isEmpty()) {
      JsonNode region = hierarchies.get(0).get("region_id");
      return region != null && region.asLong(-1) > 0 ? "wof:" + region.asLong(-1) : "";
    }
    return "";
  }

  private static long population(JsonNode properties) {
    for (String key : List.of("wof:population", "gn:population")) {
      JsonNode value = properties.get(key);
      if (value != null && value.isNumber()) {
        return Math.max(0, value.asLong(0));
      }
    }
    return 0;
  }

  private static String text(JsonNode properties, String key) {
    JsonNode value = properties.get(key);
    return value == null || value.isNull() ? "" : value.asString("");
  }

  private void malformed(String where, String text) {
    sink.problem(new Problem(Problem.Code.MALFORMED, where, text));
  }
}
