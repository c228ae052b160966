package org.isnad.server;

import java.util.List;
import org.isnad.store.IncidentRecord;
import org.isnad.store.IncidentRecord.Location;
import org.isnad.store.IncidentRecord.Named;
import org.isnad.store.IncidentRecord.Toll;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An incident as lists and maps show it: one value for each field. */
final class RecordJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordJson() {}

  /** The flat record. */
  static ObjectNode of(IncidentRecord incident) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", incident.id());
    node.put("version", incident.version());
    node.put("status", incident.status().id());
    node.put("firm", incident.firm());
    node.put("dateStart", day(incident.dateStart()));
    node.put("dateEnd", day(incident.dateEnd()));
    node.put("datePrecision", incident.datePrecision().id());
    node.put("type", incident.type());
    node.set("count", toll(incident.count()));
    node.set("place", place(incident.place()));
    parties(node, "actors", incident.actors());
    parties(node, "claimedBy", incident.claimedBy());
    parties(node, "accused", incident.accused());
    parties(node, "deniedBy", incident.deniedBy());
    parties(node, "targets", incident.targets());
    words(node, "weapons", incident.weapons());
    words(node, "outcomes", incident.outcomes());
    node.set("killed", toll(incident.killed()));
    node.set("injured", toll(incident.injured()));
    node.set("attackersKilled", toll(incident.attackersKilled()));
    node.put("reportCount", incident.reportCount());
    node.put("sourceCount", incident.sourceCount());
    node.put("independentSourceCount", incident.independentSourceCount());
    words(node, "sources", incident.sources());
    words(node, "urls", incident.urls());
    words(node, "disputedFields", incident.disputedFields());
    words(node, "editedFields", incident.editedFields());
    node.put("firstPublished", day(incident.firstPublished()));
    node.put("createdAt", incident.createdAt());
    node.put("updatedAt", incident.updatedAt());
    node.put("mergedInto", incident.mergedInto());
    return node;
  }

  /** The flat record with every claim and its chain under {@code detail}. */
  static ObjectNode whole(IncidentRecord incident) {
    ObjectNode node = of(incident);
    node.set("detail", JSON.readTree(incident.json()));
    return node;
  }

  private static @Nullable String day(@Nullable Object day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable ObjectNode toll(@Nullable Toll toll) {
    if (toll == null || toll.equals(Toll.NOT_GIVEN)) {
      return null;
    }
    ObjectNode node = JSON.createObjectNode();
    node.put("low", toll.low());
    node.put("best", toll.best());
    node.put("high", toll.high());
    return node;
  }

  private static @Nullable ObjectNode place(@Nullable Location place) {
    if (place == null) {
      return null;
    }
    ObjectNode node = JSON.createObjectNode();
    node.put("name", place.name());
    node.put("precision", place.precision());
    node.put("id", place.id());
    node.put("nameEn", place.nameEn());
    node.put("nameAr", place.nameAr());
    node.put("kind", place.kind());
    node.put("country", place.country());
    node.put("countryEn", place.countryEn());
    node.put("iso3", place.iso3());
    node.put("province", place.province());
    node.put("provinceEn", place.provinceEn());
    node.put("provinceAr", place.provinceAr());
    node.put("lat", place.lat());
    node.put("lon", place.lon());
    return node;
  }

  private static void parties(ObjectNode node, String field, List<Named> parties) {
    ArrayNode array = node.putArray(field);
    for (Named party : parties) {
      ObjectNode one = array.addObject();
      one.put("name", party.name());
      one.put("id", party.id());
      one.put("nameEn", party.nameEn());
      one.put("status", party.status());
    }
  }

  private static void words(ObjectNode node, String field, List<String> words) {
    words.forEach(node.putArray(field)::add);
  }
}
