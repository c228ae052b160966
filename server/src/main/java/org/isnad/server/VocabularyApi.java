package org.isnad.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isnad.core.lexicon.Place;
import org.isnad.core.mention.party.RegisteredParty;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.export.ExportFormats;
import org.isnad.io.ExtractWriter;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.server.people.Role;
import org.isnad.store.DatePrecision;
import org.isnad.store.ReviewStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What values can be, and in which shape they come: the closed lists of the codebook, the registers
 * of parties, countries and provinces, and the published JSON Schemas.
 */
final class VocabularyApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the published schema of an article has the closed lists. */
  private static final Map<String, String> ENUMS =
      new TreeMap<>(
          Map.of(
              "type", "/$defs/report/properties/type/enum",
              "scope", "/$defs/report/properties/scope/enum",
              "firm", "/$defs/report/properties/status/enum",
              "weapon", "/$defs/report/properties/weapons/items/properties/kind/enum",
              "outcome", "/$defs/report/properties/outcome/items/enum",
              "place_prec", "/$defs/report/properties/place/properties/precision/enum",
              "standing", "/$defs/party/properties/status/enum",
              "speaker",
                  "/$defs/report/properties/chains/items/properties/links/items/properties/kind/enum",
              "clock", "/properties/article/properties/published/properties/basis/enum"));

  private static final String NEWEST = "1";

  private static final List<Parameter> OF =
      List.of(
          Parameter.query(
              "of",
              "{\"enum\":[\"incident\",\"incident-row\",\"extract\"],\"default\":\"incident\"}",
              "An incident (a line of incidents.ndjson), a row of the table, or an article with its reports."));

  private final Knowledge knowledge;
  private final byte[] vocabularies;

  VocabularyApi(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.vocabularies = JSON.writeValueAsBytes(vocabularies());
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/api/v1/vocabularies",
            Role.READER,
            "What values can be: the closed lists, and the registers of parties, countries and provinces.",
            List.of(),
            Answer.json("Vocabularies"),
            this::vocabularies),
        new Route(
            "GET",
            "/api/v1/schema/{version}",
            Role.READER,
            "A published JSON Schema (2020-12) in this version.",
            OF,
            new Answer("application/schema+json", "JsonSchema"),
            this::schema));
  }

  private void vocabularies(Context request) {
    Filters.onlyThese(request, List.of());
    if (!Etag.isCurrent(request, knowledge.version())) {
      request.contentType("application/json; charset=utf-8").result(vocabularies);
    }
  }

  private ObjectNode vocabularies() {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("knowledge", knowledge.version());
    JsonNode schema = JSON.readTree(read("extract"));
    ENUMS.forEach((name, pointer) -> answer.set(name, schema.at(pointer)));
    words(answer, "status", Stream.of(ReviewStatus.values()).map(ReviewStatus::id));
    words(answer, "date_prec", Stream.of(DatePrecision.values()).map(DatePrecision::id));
    places(answer.putArray("countries"), Place.Kind.COUNTRY);
    places(answer.putArray("provinces"), Place.Kind.PROVINCE);
    parties(answer.putArray("parties"));
    return answer;
  }

  private static void words(ObjectNode answer, String name, Stream<String> words) {
    words.forEach(answer.putArray(name)::add);
  }

  private void places(ArrayNode into, Place.Kind kind) {
    knowledge.gazetteer().places().stream()
        .filter(place -> place.kind() == kind)
        .sorted(Comparator.comparing(Place::id))
        .forEach(
            place -> {
              ObjectNode node = into.addObject();
              node.put("id", kind == Place.Kind.COUNTRY ? place.country() : place.id());
              node.put("nameEn", place.nameEn());
              node.put("nameAr", place.names().isEmpty() ? null : place.names().getFirst());
              if (kind != Place.Kind.COUNTRY) {
                node.put("country", place.country());
              }
            });
  }

  private void parties(ArrayNode into) {
    knowledge.parties().parties().stream()
        .sorted(Comparator.comparing(RegisteredParty::id))
        .forEach(
            party ->
                into.addObject()
                    .put("id", party.id())
                    .put("nameEn", party.nameEn())
                    .put("nameAr", party.name())
                    .put("kind", party.kind())
                    .put("country", party.country().isEmpty() ? null : party.country())
                    .put("parent", party.parent()));
  }

  private void schema(Context request) {
    Filters.onlyThese(request, OF);
    String version = request.pathParam("version");
    if (!version.equals(NEWEST)) {
      throw ApiProblem.unknown("schema", version);
    }
    String of = request.queryParam("of");
    String name = of == null ? "incident" : of;
    if (!List.of("incident", "incident-row", "extract").contains(name)) {
      throw ApiProblem.parameter("of", name, "incident, incident-row or extract");
    }
    byte[] schema = read(name);
    if (!Etag.isCurrent(request, name + "-" + version)) {
      request.contentType("application/schema+json; charset=utf-8").result(schema);
    }
  }

  private static byte[] read(String name) {
    Class<?> beside = name.equals("extract") ? ExtractWriter.class : ExportFormats.class;
    try (InputStream in = beside.getResourceAsStream(name + ".schema.json")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
