package org.isnad.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads bodies of JSON. */
final class Bodies {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Bodies() {}

  /**
   * The body as a JSON object.
   *
   * @throws ApiProblem 422 if it is none
   */
  static JsonNode object(Context request) {
    try {
      JsonNode body = JSON.readTree(request.body());
      if (body.isObject()) {
        return body;
      }
    } catch (JacksonException e) {
      // said below, without its words: they may hold a secret
    }
    throw ApiProblem.body("", "the body is no JSON object");
  }

  /**
   * A text that must be there.
   *
   * @throws ApiProblem 422 where it is not
   */
  static String text(JsonNode body, String field) {
    String text = body.path(field).asString("");
    if (text.isEmpty()) {
      throw ApiProblem.body("/" + field, "a text is needed here");
    }
    return text;
  }

  /** Texts of a list. */
  static List<String> texts(JsonNode body, String field) {
    List<String> texts = new ArrayList<>();
    body.path(field).forEach(item -> texts.add(item.asString("")));
    return texts;
  }
}
