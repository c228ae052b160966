package org.isnad.export;

import java.io.IOException;
import java.io.OutputStream;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * GeoJSON (RFC 7946): a feature for each incident, with the columns of the table as properties. An
 * incident without a place on the map has no geometry; one whose place is wider than a point says
 * so by {@code uncertainty_radius_m}.
 */
final class GeoJsonSink implements IncidentSink {

  private final JsonObjects objects;
  private final ExportOptions options;

  GeoJsonSink(OutputStream out, ExportOptions options) throws IOException {
    this.objects = new JsonObjects(out);
    this.options = options;
    objects.raw("{\"type\":\"FeatureCollection\",\"features\":[");
  }

  @Override
  public void add(IncidentRecord incident) throws IOException {
    ObjectNode feature = JsonObjects.object();
    feature.put("type", "Feature");
    feature.put("id", incident.id());
    Location place = incident.status().isTombstone() ? null : incident.place();
    if (place != null && place.lat() != null && place.lon() != null) {
      ObjectNode point = feature.putObject("geometry");
      point.put("type", "Point");
      point.putArray("coordinates").add(place.lon()).add(place.lat());
    } else {
      feature.putNull("geometry");
    }
    ObjectNode properties = feature.putObject("properties");
    for (Column column : IncidentColumns.ALL) {
      put(properties, column.name(), column.of(incident, options));
    }
    Integer radius = radiusMetres(place);
    if (radius != null) {
      properties.put("uncertainty_radius_m", radius);
    }
    objects.item(feature);
  }

  @Override
  public void close() throws IOException {
    objects.raw("\n]}\n");
    objects.close();
  }

  static void put(ObjectNode node, String name, @Nullable Object value) {
    switch (value) {
      case null -> node.putNull(name);
      case Integer number -> node.put(name, number);
      case Double number -> node.put(name, number);
      default -> node.put(name, value.toString());
    }
  }

  /**
   * How far from the point the event can have been, in metres; null where nothing says. Half the
   * median distance between neighbours of that kind in the built-in gazetteer (10.7, 22, 116 and
   * 470 km); a site is taken for one kilometre, as ACLED's exact locations are.
   */
  static @Nullable Integer radiusMetres(@Nullable Location place) {
    if (place == null || place.lat() == null) {
      return null;
    }
    return switch (place.precision()) {
      case "site" -> Integer.valueOf(1_000);
      case "settlement" -> Integer.valueOf(5_000);
      case "district" -> Integer.valueOf(11_000);
      case "province" -> Integer.valueOf(58_000);
      case "country" -> Integer.valueOf(235_000);
      default -> null;
    };
  }
}
