package org.isnad.server;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    for (Route route : routes) {
      if (!route.answer().schema().isEmpty() && !schemas.has(route.answer().schema())) {
        schemas.putObject(route.answer().schema()).put("type", "object");
      }
    }
    return document;
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
    ObjectNode answer = responses.putObject("200");
    answer.put("description", "The answer.");
    ObjectNode content = answer.putObject("content").putObject(route.answer().mediaType());
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
