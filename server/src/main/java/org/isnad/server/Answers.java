package org.isnad.server;

import io.javalin.http.Context;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Writes answers. */
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  /** Answers with JSON. */
  static void json(Context request, JsonNode node) {
    request.contentType("application/json; charset=utf-8").result(JSON.writeValueAsBytes(node));
  }
}
