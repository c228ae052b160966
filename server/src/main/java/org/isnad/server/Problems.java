package org.isnad.server;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes problems as RFC 9457 has them, each with the number of the request. */
final class Problems {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = System.getLogger("org.isnad.server");

  private Problems() {}

  static void answer(Context request, ApiProblem problem) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "/problems/" + problem.code());
    node.put("title", problem.title());
    node.put("status", problem.status());
    node.put("detail", problem.detail());
    node.put("instance", request.path());
    node.put("request", request.<String>attribute("request"));
    ArrayNode errors = node.putArray("errors");
    for (ApiProblem.Fault fault : problem.faults()) {
      ObjectNode one = errors.addObject();
      one.put("pointer", fault.pointer());
      one.put("code", fault.code());
      one.put("detail", fault.detail());
    }
    request
        .status(problem.status())
        .header("Cache-Control", "no-store")
        .contentType("application/problem+json; charset=utf-8")
        .result(JSON.writeValueAsBytes(node));
  }

  static ApiProblem of(HttpResponseException e) {
    return refused(e.getStatus(), e.getMessage());
  }

  /** What the HTTP server itself refuses: bodies that are broken, too large or too slow. */
  static ApiProblem refused(int status, @Nullable String reason) {
    return new ApiProblem(
        status, "http-" + status, "The request was refused.", String.valueOf(reason), List.of());
  }

  /** Something that should not happen: its cause goes to the log, not to the asker. */
  static ApiProblem unexpected(Exception e) {
    LOG.log(Level.ERROR, "a request failed", e);
    return new ApiProblem(
        500,
        "unexpected",
        "The server failed.",
        "the request can be repeated; its number helps to find the cause",
        List.of());
  }
}
