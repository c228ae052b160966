package org.isnad.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document, made from the same list of routes that the server runs. */
final class OpenApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-z]+)}");

  private OpenApi() {}

  static ObjectNode of(List<Route> routes) {
    ObjectNode document = JSON.createObjectNode();
    document.put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Isnad");
    info.put("version", "1");
    info.put(
        "description", "Incidents read from news, every value with the chain of those who say so.");
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      paths
          .withObjectProperty(route.path())
          .set(route.method().toLowerCase(Locale.ROOT), operation(route));
    }
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    schemas.set("Problem", JSON.readTree(PROBLEM));
    schemas().properties().forEach(schema -> schemas.set(schema.getKey(), schema.getValue()));
    return document;
  }

  /** The shapes of bodies and answers, by their names. */
  private static JsonNode schemas() {
    try (InputStream in = OpenApi.class.getResourceAsStream("schemas.json")) {
      return JSON.readTree(Objects.requireNonNull(in, "schemas.json").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bodies of JSON that routes take. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST /api/v1/session", "SignIn"),
          Map.entry("PUT /api/v1/session/password", "PasswordChange"),
          Map.entry("POST /api/v1/users", "AddUser"),
          Map.entry("PATCH /api/v1/users/{name}", "ChangeUser"),
          Map.entry("PUT /api/v1/users/{name}/password", "ResetPassword"),
          Map.entry("POST /api/v1/users/{name}/tokens", "AddToken"),
          Map.entry("POST /api/v1/incidents/{id}/decisions", "NewDecision"),
          Map.entry("POST /api/v1/merges", "NewMerge"),
          Map.entry("POST /api/v1/separations", "NewSeparation"),
          Map.entry("POST /api/v1/splits", "NewSplit"));

  /** What routes make that answer 201. */
  private static final Set<String> MADE = Set.of("Decision", "NewToken", "User");

  private static void body(Route route, ObjectNode operation) {
    String schema = BODIES.get(route.method() + " " + route.path());
    ObjectNode body = JSON.createObjectNode();
    if (schema != null) {
      body.put("required", true)
          .putObject("content")
          .putObject("application/json")
          .putObject("schema")
          .put("$ref", "#/components/schemas/" + schema);
    } else if (route.path().endsWith("/imports")) {
      ObjectNode content = body.put("required", true).putObject("content");
      content.set("multipart/form-data", JSON.readTree(FILES));
      content.putObject("application/octet-stream");
    }
    if (!body.isEmpty()) {
      operation.set("requestBody", body);
    }
  }

  private static final String FILES =
      """
      {"schema": {"type": "object", "properties": {"file": {"type": "array",
        "items": {"type": "string", "contentMediaType": "application/octet-stream"}}}}}
      """;

  /** The status of a request that succeeds. */
  private static String status(Route route) {
    if (route.answer().schema().equals("Job") && route.writes()) {
      return "202";
    }
    if (MADE.contains(route.answer().schema()) && route.method().equals("POST")) {
      return "201";
    }
    boolean empty = route.answer().schema().isEmpty() && route.writes();
    return empty ? "204" : "200";
  }

  private static final String PROBLEM =
      """
      {"type": "object", "required": ["type", "title", "status"],
       "properties": {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
         "detail": {"type": "string"}, "instance": {"type": "string"}, "request": {"type": "string"},
         "errors": {"type": "array", "items": {"type": "object",
           "properties": {"pointer": {"type": "string"}, "code": {"type": "string"}, "detail": {"type": "string"}}}}}}
      """;

  private static ObjectNode operation(Route route) {
    ObjectNode operation = JSON.createObjectNode();
    operation.put("summary", route.summary());
    operation.put("x-role", route.role().id());
    ArrayNode parameters = operation.putArray("parameters");
    Matcher names = PATH_PARAMETER.matcher(route.path());
    while (names.find()) {
      ObjectNode one = parameters.addObject();
      one.put("name", names.group(1)).put("in", "path").put("required", true);
      one.putObject("schema").put("type", "string");
    }
    for (Route.Parameter parameter : route.parameters()) {
      ObjectNode one = parameters.addObject();
      one.put("name", parameter.name())
          .put("in", parameter.in())
          .put("required", parameter.required());
      one.put("description", parameter.description());
      one.set("schema", JSON.readTree(parameter.schema()));
    }
    ObjectNode responses = operation.putObject("responses");
    body(route, operation);
    ObjectNode answer = responses.putObject(status(route));
    answer.put("description", "The answer.");
    ObjectNode content =
        status(route).equals("204")
            ? JSON.createObjectNode()
            : answer.putObject("content").putObject(route.answer().mediaType());
    if (!route.answer().schema().isEmpty()) {
      content.putObject("schema").put("$ref", "#/components/schemas/" + route.answer().schema());
    }
    ObjectNode problem = responses.putObject("default");
    problem.put("description", "A problem (RFC 9457).");
    problem
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    return operation;
  }
}
