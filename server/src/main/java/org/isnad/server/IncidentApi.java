package org.isnad.server;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.server.people.Role;
import org.isnad.store.Catalogue;
import org.isnad.store.ChangeRow;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentIndex;
import org.isnad.store.IncidentIndex.Found;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.isnad.store.StoredDecision;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Incidents: lists under filters, counts by value, one with all its claims, its history. */
final class IncidentApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Parameter> PAGED = new ArrayList<>(Filters.PARAMETERS);

  static {
    PAGED.addAll(Paging.PARAMETERS);
  }

  private final Store store;
  private final Asked asked;
  private final FacetNames names;
  private final RowCache rows;
  private final Remembered<IncidentFilter, Catalogue.Counts> counts;
  private final Remembered<IncidentFilter, byte[]> facets;

  IncidentApi(Store store, Asked asked, Knowledge knowledge) {
    this.store = store;
    this.names = new FacetNames(knowledge);
    this.asked = asked;
    this.rows = new RowCache(store);
    this.counts = new Remembered<>(this::counts);
    this.facets = new Remembered<>(this::facets);
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/api/v1/incidents",
            Role.READER,
            "Lists incidents in the order of their ids.",
            PAGED,
            Answer.json("IncidentPage"),
            this::list),
        new Route(
            "GET",
            "/api/v1/aggregates",
            Role.READER,
            "Counts incidents by the values of their fields.",
            Filters.PARAMETERS,
            Answer.json("Aggregates"),
            this::aggregates),
        new Route(
            "GET",
            "/api/v1/incidents/{id}",
            Role.READER,
            "One incident with every claim and its chain; a merged or retracted one says what became of it.",
            List.of(),
            Answer.json("Incident"),
            this::one),
        new Route(
            "GET",
            "/api/v1/incidents/{id}/claims",
            Role.READER,
            "The claims of one incident, one by one, with who makes them and in which words.",
            List.of(),
            Answer.json("Claims"),
            this::claims),
        new Route(
            "GET",
            "/api/v1/incidents/{id}/history",
            Role.READER,
            "The decisions on one incident and its changes, oldest first.",
            List.of(),
            Answer.json("History"),
            this::history),
        new Route(
            "GET",
            "/api/v1/incidents/{id}/candidates",
            Role.READER,
            "Other incidents of the same days and province, which may be the same event.",
            List.of(),
            Answer.json("Candidates"),
            this::candidates));
  }

  private void list(Context request) {
    IncidentFilter filter = asked.of(request, Paging.PARAMETERS);
    Paging paging = Paging.of(request);
    long now = store.catalogue().lastChange();
    if (Etag.isCurrent(request, now)) {
      return;
    }
    IncidentIndex index = store.catalogue().index();
    if (index != null) {
      list(request, index, filter, paging);
      return;
    }
    List<IncidentRecord> found = store.incidents(filter, paging.after(), paging.limit() + 1);
    Catalogue.Counts counts =
        filter.ids() == null ? this.counts.of(filter, now) : store.catalogue().counts(filter);
    ObjectNode page = JSON.createObjectNode();
    ObjectNode totals = page.putObject("counts");
    totals.put("total", counts.total());
    totals.put("withoutPlace", counts.withoutPlace());
    totals.put("withoutDay", counts.withoutDay());
    ArrayNode items = page.putArray("items");
    List<IncidentRecord> shown = found.subList(0, Math.min(found.size(), paging.limit()));
    shown.forEach(incident -> items.add(RecordJson.of(incident)));
    boolean more = found.size() > shown.size();
    page.put("next", paging.next(request, more ? shown.getLast().id() : null));
    Answers.json(request, page);
  }

  /** The same from memory, with rows that are kept ready. */
  private void list(Context request, IncidentIndex index, IncidentFilter filter, Paging paging) {
    List<Found> found = index.page(filter, paging.after(), paging.limit() + 1);
    List<Found> shown = found.subList(0, Math.min(found.size(), paging.limit()));
    Catalogue.Counts counts =
        filter.ids() == null ? this.counts.of(filter, index.change()) : index.counts(filter);
    String next = paging.next(request, found.size() > shown.size() ? shown.getLast().id() : null);
    ByteArrayOutputStream page = new ByteArrayOutputStream(1024 * (shown.size() + 1));
    page.writeBytes(
        String.format(
                Locale.ROOT,
                "{\"counts\":{\"total\":%d,\"withoutPlace\":%d,\"withoutDay\":%d},\"items\":[",
                counts.total(),
                counts.withoutPlace(),
                counts.withoutDay())
            .getBytes(StandardCharsets.UTF_8));
    rows.write(shown, page);
    page.writeBytes(
        ("],\"next\":" + JSON.writeValueAsString(next) + "}").getBytes(StandardCharsets.UTF_8));
    request.contentType("application/json; charset=utf-8").result(page.toByteArray());
  }

  private void aggregates(Context request) {
    IncidentFilter filter = asked.of(request, List.of());
    long now = store.catalogue().lastChange();
    if (Etag.isCurrent(request, now)) {
      return;
    }
    byte[] answer = filter.ids() == null ? facets.of(filter, now) : facets(filter);
    request.contentType("application/json; charset=utf-8").result(answer);
  }

  private Catalogue.Counts counts(IncidentFilter filter) {
    IncidentIndex index = store.catalogue().index();
    return index == null ? store.catalogue().counts(filter) : index.counts(filter);
  }

  private byte[] facets(IncidentFilter filter) {
    ObjectNode answer = JSON.createObjectNode();
    IncidentIndex index = store.catalogue().index();
    (index == null ? store.catalogue().facets(filter) : Catalogue.facets(index, filter))
        .forEach((facet, values) -> put(answer.putArray(facet), facet, values));
    return JSON.writeValueAsBytes(answer);
  }

  private void put(ArrayNode into, String facet, Map<String, Integer> values) {
    names
        .once(facet, values)
        .forEach(
            (value, count) -> {
              ObjectNode one = into.addObject();
              one.put("value", value);
              one.put("count", count);
              FacetNames.Names name = names.of(facet, value);
              if (name != null) {
                one.put("nameEn", name.english());
                one.put("nameAr", name.arabic());
              }
            });
  }

  private void one(Context request) {
    IncidentRecord incident = incident(request);
    if (Etag.isCurrent(request, incident.version())) {
      return;
    }
    ObjectNode answer = RecordJson.whole(incident);
    ArrayNode articles = answer.putArray("articles");
    for (Catalogue.SourceRow source : store.catalogue().sourcesOf(incident.id())) {
      ObjectNode one = articles.addObject();
      one.put("id", source.id());
      one.put("title", source.title());
      one.put("outlet", source.outlet());
      one.put("url", source.url());
      one.put("published", source.published());
      one.put("hash", source.hash());
    }
    Answers.json(request, answer);
  }

  private void claims(Context request) {
    IncidentRecord incident = incident(request);
    ObjectNode answer = JSON.createObjectNode();
    answer.put("incident", incident.id());
    answer.put("version", incident.version());
    ObjectNode slots = answer.putObject("slots");
    JSON.readTree(incident.json())
        .properties()
        .forEach(
            slot -> {
              if (slot.getValue().has("claims")) {
                slots.set(slot.getKey(), slot.getValue());
              }
            });
    Answers.json(request, answer);
  }

  private void history(Context request) {
    IncidentRecord incident = incident(request);
    ObjectNode answer = JSON.createObjectNode();
    answer.put("incident", incident.id());
    ArrayNode decisions = answer.putArray("decisions");
    for (StoredDecision stored : store.catalogue().decisionsOn(incident.id())) {
      decisions.add(DecisionJson.json(stored));
    }
    ArrayNode changes = answer.putArray("changes");
    for (ChangeRow change : store.catalogue().changesOf(incident.id())) {
      changes.add(ChangeApi.json(change));
    }
    Answers.json(request, answer);
  }

  private void candidates(Context request) {
    IncidentRecord incident = incident(request);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    for (IncidentRecord other : store.incidents(near(incident), null, Paging.MOST)) {
      if (!other.id().equals(incident.id())) {
        items.add(RecordJson.of(other));
      }
    }
    Answers.json(request, answer);
  }

  /** The days of the incident and one before and behind, in its province or else its country. */
  private static IncidentFilter near(IncidentRecord incident) {
    IncidentRecord.Location place = incident.place();
    String province = place == null ? null : place.province();
    String country = place == null ? null : place.country();
    return new IncidentFilter(
        incident.dateStart() == null ? null : incident.dateStart().minusDays(1),
        incident.dateEnd() == null ? null : incident.dateEnd().plusDays(1),
        country,
        province,
        Set.of(),
        null,
        null,
        null,
        null,
        null,
        Set.of(),
        null,
        null,
        null);
  }

  private IncidentRecord incident(Context request) {
    String id = request.pathParam("id");
    return store.incident(id).orElseThrow(() -> ApiProblem.unknown("incident", id));
  }
}
