package org.isnad.server;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isnad.app.Decide;
import org.isnad.app.Run;
import org.isnad.core.incident.Decision;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.RefusedException;
import org.isnad.store.StaleException;
import org.isnad.store.Store;
import tools.jackson.core.JacksonException;
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

  private static final Parameter KEY =
      new Parameter(
          "Idempotency-Key",
          "header",
          false,
          TEXT,
          "A name for this request; a repetition changes nothing.");
  private static final Parameter MATCH =
      new Parameter(
          "If-Match", "header", true, TEXT, "The ETag of the incident that was decided on.");

  private final Store store;
  private final Run run;
  private final Knowledge knowledge;
  private final Clock clock;
  private final Repetitions repetitions = new Repetitions();

  DecisionApi(Store store, Run run, Knowledge knowledge, Clock clock) {
    this.store = store;
    this.run = run;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "POST",
            "/api/v1/incidents/{id}/decisions",
            Role.CODER,
            "Takes down a decision: accept, edit, reject, unsure, comment, publish or undo.",
            List.of(MATCH, KEY),
            Answer.json("Decision"),
            request -> once(request, this::decide)),
        new Route(
            "POST",
            "/api/v1/merges",
            Role.EDITOR,
            "Says that incidents are one.",
            List.of(KEY),
            Answer.json("Decision"),
            request -> once(request, this::merge)),
        new Route(
            "POST",
            "/api/v1/splits",
            Role.EDITOR,
            "Says that some reports of an incident tell of another event.",
            List.of(KEY),
            Answer.json("Decision"),
            request -> once(request, this::split)));
  }

  private interface Taking {
    Decision take(Context request, JsonNode body);
  }

  private void once(Context request, Taking taking) {
    byte[] answer =
        repetitions.once(
            identity(request).name(),
            request.header("Idempotency-Key"),
            request.method() + " " + request.path() + "\n" + request.body(),
            () -> JSON.writeValueAsBytes(answer(taking.take(request, body(request)))));
    request.status(201).contentType("application/json; charset=utf-8").result(answer);
  }

  private ObjectNode answer(Decision decision) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", decision.id());
    node.put("by", decision.by());
    node.put("at", decision.at().toString());
    node.put("reason", decision.reason());
    return node;
  }

  private Decision decide(Context request, JsonNode body) {
    String id = request.pathParam("id");
    IncidentRecord incident =
        store.incident(id).orElseThrow(() -> ApiProblem.unknown("incident", id));
    Etag.requireMatch(request, incident.version());
    Decide decide = decide(request);
    String reason = body.path("reason").asString("");
    int seen = incident.version();
    String kind = text(body, "kind");
    return mended(
        () ->
            switch (kind) {
              case "accept" -> decide.accept(id, reason, seen);
              case "reject" -> decide.reject(id, reason, seen);
              case "unsure" -> decide.unsure(id, reason, seen);
              case "comment" -> decide.comment(id, reason, seen);
              case "edit" -> decide.edit(id, text(body, "slot"), value(body), reason, seen);
              case "publish" -> {
                editor(request);
                yield decide.publish(id, reason, seen);
              }
              case "undo" -> decide.undo(text(body, "decision"), reason);
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
        () -> decide(request).merge(texts(body, "incidents"), body.path("reason").asString("")));
  }

  private Decision split(Context request, JsonNode body) {
    return mended(
        () ->
            decide(request)
                .split(
                    text(body, "incident"), texts(body, "part"), body.path("reason").asString("")));
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
    return new Decide(store, run, knowledge, clock, identity(request).name());
  }

  private static void editor(Context request) {
    if (!identity(request).role().may(Role.EDITOR)) {
      throw new ApiProblem(
          403, "role", "Your role may not do this.", "it needs the role editor", List.of());
    }
  }

  private static Identity identity(Context request) {
    return Objects.requireNonNullElse(request.attribute("identity"), Identity.NOBODY);
  }

  private static JsonNode body(Context request) {
    try {
      return JSON.readTree(request.body());
    } catch (JacksonException e) {
      throw ApiProblem.body("", "the body is no JSON");
    }
  }

  private static String text(JsonNode body, String field) {
    String text = body.path(field).asString("");
    if (text.isEmpty()) {
      throw ApiProblem.body("/" + field, "a text is needed here");
    }
    return text;
  }

  private static List<String> texts(JsonNode body, String field) {
    List<String> texts = new ArrayList<>();
    body.path(field).forEach(item -> texts.add(item.asString("")));
    return texts;
  }

  /** A text as it is, anything else as JSON. */
  private static String value(JsonNode body) {
    JsonNode value = body.path("value");
    return value.isString()
        ? value.asString()
        : value.isMissingNode() ? "" : JSON.writeValueAsString(value);
  }
}
