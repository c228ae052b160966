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

  /** Media type of problems. */
  static final String MEDIA_TYPE = "application/problem+json; charset=utf-8";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger LOG = System.getLogger("org.isnad.server");

  private Problems() {}

  /**
   * Answers with a problem. A body that was refused unread is read to its end within bounds; where
   * it has more, the answer says that the connection ends.
   */
  static void answer(Context request, ApiProblem problem) {
    if (hasBody(request) && !Refusals.drop(request)) {
      request.header("Connection", "close");
    }
    request
        .status(problem.status())
        .header("Cache-Control", "no-store")
        .contentType(MEDIA_TYPE)
        .result(bytes(problem, request.path(), request.<String>attribute("request")));
  }

  private static boolean hasBody(Context request) {
    return request.header("Transfer-Encoding") != null || request.req().getContentLengthLong() > 0;
  }

  /** The problem as JSON. */
  static byte[] bytes(ApiProblem problem, String path, @Nullable String number) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "/problems/" + problem.code());
    node.put("title", problem.title());
    node.put("status", problem.status());
    node.put("detail", problem.detail());
    node.put("instance", path);
    node.put("request", number);
    ArrayNode errors = node.putArray("errors");
    for (ApiProblem.Fault fault : problem.faults()) {
      ObjectNode one = errors.addObject();
      one.put("pointer", fault.pointer());
      one.put("code", fault.code());
      one.put("detail", fault.detail());
    }
    return JSON.writeValueAsBytes(node);
  }

  static ApiProblem of(HttpResponseException e) {
    return refused(e.getStatus(), e.getMessage());
  }

  /** What the HTTP server itself refuses: bodies that are broken, too large or too slow. */
  static ApiProblem refused(int status, @Nullable String reason) {
    return new ApiProblem(
        status, "http-" + status, "The request was refused.", String.valueOf(reason), List.of());
  }

  /** The asker went away before the body was whole; nobody may be there to read this. */
  static ApiProblem brokenOff() {
    return refused(400, "the body broke off");
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
