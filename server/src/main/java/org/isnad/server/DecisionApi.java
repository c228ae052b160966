package org.isnad.server;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import org.isnad.app.Decide;
import org.isnad.app.Run;
import org.isnad.core.incident.Decision;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.server.people.Role;
import org.isnad.store.IncidentRecord;
import org.isnad.store.RefusedException;
import org.isnad.store.StaleException;
import org.isnad.store.Store;
import org.isnad.store.StoredDecision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decisions of people. A write on an incident says which version it was decided on ({@code
 * If-Match}), and one that is sent twice under the same {@code Idempotency-Key} is taken down once.
 */
final class DecisionApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "{\"type\":\"string\"}";

  private static final Parameter MATCH =
      new Parameter(
          "If-Match", "header", true, TEXT, "The ETag of the incident that was decided on.");

  private final Store store;
  private final Run run;
  private final Knowledge knowledge;
  private final Clock clock;
  private final Repeats repeats;
  private final Audit audit;

  DecisionApi(Workspace workspace, Run run, Repeats repeats, Audit audit) {
    this.store = workspace.store();
    this.run = run;
    this.knowledge = workspace.pipeline().knowledge();
    this.clock = workspace.clock();
    this.repeats = repeats;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "POST",
            "/api/v1/incidents/{id}/decisions",
            Role.CODER,
            "Takes down a decision: accept, edit, reject, unsure, comment, publish or undo.",
            List.of(MATCH, Repeats.KEY),
            Answer.json("Decision"),
            request -> once(request, this::decide)),
        new Route(
            "POST",
            "/api/v1/merges",
            Role.EDITOR,
            "Says that incidents are one.",
            List.of(Repeats.KEY),
            Answer.json("Decision"),
            request -> once(request, this::merge)),
        new Route(
            "POST",
            "/api/v1/separations",
            Role.EDITOR,
            "Says that two incidents are two events, so that linking keeps their reports apart.",
            List.of(Repeats.KEY),
            Answer.json("Decision"),
            request -> once(request, this::separate)),
        new Route(
            "POST",
            "/api/v1/splits",
            Role.EDITOR,
            "Says that some reports of an incident tell of another event.",
            List.of(Repeats.KEY),
            Answer.json("Decision"),
            request -> once(request, this::split)));
  }

  private interface Taking {
    Decision take(Context request, JsonNode body);
  }

  private void once(Context request, Taking taking) {
    String answer = repeats.once(request, request.body(), () -> taken(request, taking));
    request.status(201).contentType("application/json; charset=utf-8").result(answer);
  }

  private String taken(Context request, Taking taking) {
    Decision decision = taking.take(request, Bodies.object(request));
    audit.add(request, what(decision), decision.id());
    return answer(decision);
  }

  private static String what(Decision decision) {
    return switch (decision) {
      case Decision.Merge _ -> "merge";
      case Decision.Split _ -> "split";
      default -> "decide";
    };
  }

  private static String answer(Decision decision) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", decision.id());
    node.put("by", decision.by());
    node.put("at", decision.at().toString());
    node.put("reason", decision.reason());
    return JSON.writeValueAsString(node);
  }

  private Decision decide(Context request, JsonNode body) {
    String id = request.pathParam("id");
    IncidentRecord incident =
        store.incident(id).orElseThrow(() -> ApiProblem.unknown("incident", id));
    Etag.requireMatch(request, incident.version());
    Decide decide = decide(request);
    String reason = body.path("reason").asString("");
    int seen = incident.version();
    String kind = Bodies.text(body, "kind");
    return mended(
        () ->
            switch (kind) {
              case "accept" -> decide.accept(id, reason, seen);
              case "reject" -> decide.reject(id, reason, seen);
              case "unsure" -> decide.unsure(id, reason, seen);
              case "comment" -> decide.comment(id, reason, seen);
              case "edit" -> decide.edit(id, Bodies.text(body, "slot"), value(body), reason, seen);
              case "publish" -> {
                editor(request);
                yield decide.publish(id, reason, seen);
              }
              case "undo" -> {
                undoable(request, Bodies.text(body, "decision"));
                yield decide.undo(Bodies.text(body, "decision"), reason);
              }
              default ->
                  throw ApiProblem.body(
                      "/kind",
                      "'"
                          + kind
                          + "'; expected accept, edit, reject, unsure, comment, publish or undo");
            });
  }

  private Decision merge(Context request, JsonNode body) {
    return mended(
        () ->
            decide(request)
                .merge(Bodies.texts(body, "incidents"), body.path("reason").asString("")));
  }

  private Decision separate(Context request, JsonNode body) {
    List<String> incidents = Bodies.texts(body, "incidents");
    if (incidents.size() != 2) {
      throw ApiProblem.body("/incidents", "two incidents are needed here");
    }
    return mended(
        () ->
            decide(request)
                .apart(incidents.get(0), incidents.get(1), body.path("reason").asString("")));
  }

  private Decision split(Context request, JsonNode body) {
    return mended(
        () ->
            decide(request)
                .split(
                    Bodies.text(body, "incident"),
                    Bodies.texts(body, "part"),
                    body.path("reason").asString("")));
  }

  private interface Attempt {
    Decision run();
  }

  /** Runs an attempt, and says in the terms of HTTP why it was refused. */
  private static Decision mended(Attempt attempt) {
    try {
      return attempt.run();
    } catch (StaleException e) {
      throw new ApiProblem(
          412,
          "stale-version",
          "The incident has changed since it was read.",
          message(e),
          List.of());
    } catch (RefusedException e) {
      throw new ApiProblem(409, "refused", "The decision cannot be taken.", message(e), List.of());
    } catch (IllegalArgumentException e) {
      throw ApiProblem.body("/value", message(e));
    }
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private Decide decide(Context request) {
    return new Decide(store, run, knowledge, clock, Guard.asker(request).name())
        .owing(Repeats.owed(request, DecisionApi::answer));
  }

  private static void editor(Context request) {
    if (!Guard.asker(request).role().may(Role.EDITOR)) {
      throw new ApiProblem(
          403, "role", "Your role may not do this.", "it needs the role editor", List.of());
    }
  }

  /** What only an editor may do, only an editor may undo. */
  private void undoable(Context request, String id) {
    for (StoredDecision stored : store.decisions()) {
      if (stored.decision().id().equals(id)) {
        switch (stored.decision()) {
          case Decision.Merge _, Decision.Split _, Decision.Publish _ -> editor(request);
          case Decision.Undo undo -> undoable(request, undo.undone());
          default -> {}
        }
      }
    }
  }

  /** A text as it is, anything else as JSON. */
  private static String value(JsonNode body) {
    JsonNode value = body.path("value");
    return value.isString()
        ? value.asString()
        : value.isMissingNode() ? "" : JSON.writeValueAsString(value);
  }
}
