package org.isnad.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.server.people.Role;
import org.isnad.store.Catalogue.FoundReport;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What incidents rest on, over many of them at once: the reports that articles give, and the claims
 * made in these. The filters are those of the incidents.
 */
final class EvidenceApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Parameter FIELD =
      Parameter.query(
          "field",
          "{\"enum\":" + JSON.writeValueAsString(IncidentRecord.SLOTS) + "}",
          "Claims of this field alone.");

  private static final Parameter INCIDENTS =
      Parameter.query(
          "limit",
          Paging.PARAMETERS.getFirst().schema(),
          "Incidents whose claims are on the page; those of one incident are never parted.");

  private static final List<Parameter> CLAIM_PARAMETERS =
      List.of(INCIDENTS, Paging.PARAMETERS.getLast(), FIELD);

  private final Store store;
  private final Asked asked;

  EvidenceApi(Store store, Asked asked) {
    this.store = store;
    this.asked = asked;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/api/v1/reports",
            Role.READER,
            "The reports of the incidents under the filters, in the order of the reports' ids.",
            joined(Paging.PARAMETERS),
            Answer.json("ReportPage"),
            this::reports),
        new Route(
            "GET",
            "/api/v1/claims",
            Role.READER,
            "The claims about the incidents under the filters, with who makes them and in which words.",
            joined(CLAIM_PARAMETERS),
            Answer.json("ClaimPage"),
            this::claims));
  }

  private static List<Parameter> joined(List<Parameter> own) {
    List<Parameter> all = new ArrayList<>(Filters.PARAMETERS);
    all.addAll(own);
    return all;
  }

  private void reports(Context request) {
    IncidentFilter filter = asked.of(request, Paging.PARAMETERS);
    Paging paging = Paging.of(request);
    if (Etag.isCurrent(request, store.catalogue().lastChange())) {
      return;
    }
    List<FoundReport> found = store.catalogue().reports(filter, paging.after(), paging.limit() + 1);
    List<FoundReport> shown = found.subList(0, Math.min(found.size(), paging.limit()));
    ObjectNode page = JSON.createObjectNode();
    ArrayNode items = page.putArray("items");
    shown.forEach(report -> items.add(report(report)));
    boolean more = found.size() > shown.size();
    page.put("next", paging.next(request, more ? shown.getLast().id() : null));
    Answers.json(request, page);
  }

  private static ObjectNode report(FoundReport report) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", report.id());
    node.put("incident", report.incident());
    node.put("article", report.article());
    node.setAll((ObjectNode) JSON.readTree(report.json()));
    return node;
  }

  private void claims(Context request) {
    IncidentFilter filter = asked.of(request, CLAIM_PARAMETERS);
    Paging paging = Paging.of(request);
    List<String> fields = fields(request.queryParam("field"));
    if (Etag.isCurrent(request, store.catalogue().lastChange())) {
      return;
    }
    List<IncidentRecord> found = store.incidents(filter, paging.after(), paging.limit() + 1);
    List<IncidentRecord> shown = found.subList(0, Math.min(found.size(), paging.limit()));
    ObjectNode page = JSON.createObjectNode();
    ArrayNode items = page.putArray("items");
    shown.forEach(incident -> claims(incident, fields, items));
    boolean more = found.size() > shown.size();
    page.put("next", paging.next(request, more ? shown.getLast().id() : null));
    Answers.json(request, page);
  }

  private static List<String> fields(@Nullable String asked) {
    if (asked == null || asked.isBlank()) {
      return IncidentRecord.SLOTS;
    }
    if (!IncidentRecord.SLOTS.contains(asked.strip())) {
      throw ApiProblem.parameter(
          "field", asked, "one of " + String.join(", ", IncidentRecord.SLOTS));
    }
    return List.of(asked.strip());
  }

  private static void claims(IncidentRecord incident, List<String> fields, ArrayNode items) {
    JsonNode whole = JSON.readTree(incident.json());
    for (String field : fields) {
      JsonNode slot = whole.path(field);
      int position = 0;
      for (JsonNode claim : slot.path("claims")) {
        ObjectNode node = items.addObject();
        node.put("incident", incident.id());
        node.put("version", incident.version());
        node.put("field", field);
        node.put("claim", position++);
        node.put("chosen", !slot.has("edited") && claim.path("value").equals(slot.path("best")));
        node.setAll((ObjectNode) claim);
      }
    }
  }
}
