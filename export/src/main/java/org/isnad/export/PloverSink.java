package org.isnad.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.isnad.store.IncidentRecord.Named;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * PLOVER events as JSON lines (openeventdata/PLOVER, manual 0.7b2): who does what to whom, when and
 * where. The mode is given where the type of the codebook says it.
 */
final class PloverSink implements IncidentSink {

  private final JsonObjects objects;

  PloverSink(OutputStream out) {
    this.objects = new JsonObjects(out);
  }

  static boolean holds(IncidentRecord incident) {
    return !incident.status().isTombstone() && !Crosswalk.type(incident.type()).plover().isEmpty();
  }

  @Override
  public void add(IncidentRecord incident) throws IOException {
    ObjectNode event = JsonObjects.object();
    event.put("id", incident.id());
    event.put("date", Objects.toString(AcledColumns.day(incident), null));
    event.put("date_end", Objects.toString(incident.dateEnd(), null));
    event.put("event", Crosswalk.type(incident.type()).plover());
    event.put("mode", mode(incident.type()));
    event.putArray("context").add("military");
    parties(event.putArray("actor"), incident.actors());
    parties(event.putArray("recipient"), incident.targets());
    place(event, incident.status().isTombstone() ? null : incident.place());
    event.put("fatalities", incident.killed().best());
    event.put("injuries", incident.injured().best());
    event.put("text", Summary.ENGLISH.of(incident));
    ArrayNode urls = event.putArray("url");
    incident.urls().forEach(urls::add);
    objects.line(event);
  }

  @Override
  public void close() throws IOException {
    objects.close();
  }

  private static void parties(ArrayNode array, List<Named> parties) {
    for (Named party : parties) {
      array
          .addObject()
          .put("name", IncidentColumns.name(party))
          .put("name_original", party.name())
          .put("id", party.id());
    }
  }

  private static void place(ObjectNode event, @Nullable Location place) {
    if (place == null) {
      event.putNull("location");
      return;
    }
    event
        .putObject("location")
        .put("name", place.nameEn() == null ? place.name() : place.nameEn())
        .put("province", place.provinceEn())
        .put("country", place.iso3())
        .put("latitude", place.lat())
        .put("longitude", place.lon())
        .put("precision", place.precision());
  }

  private static @Nullable String mode(@Nullable String type) {
    return switch (type) {
      case "rocket-attack", "shelling" -> "heavy-weapons";
      case "drone-attack", "air-strike" -> "aerial";
      case "bombing", "explosion" -> "explosives";
      case "suicide-bombing" -> "suicide-attack";
      case "assassination" -> "assassinate";
      case "execution" -> "execute";
      case null, default -> null;
    };
  }
}
