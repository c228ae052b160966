package org.isnad.server;

import io.javalin.http.Handler;
import java.util.List;
import org.isnad.server.people.Role;

/**
 * One way to ask the server something.
 *
 * @param method HTTP method in capitals
 * @param path with parameters in braces, {@code /api/v1/incidents/{id}}
 * @param role who may ask
 * @param summary what it does, one sentence
 * @param parameters its query parameters and headers
 * @param answer media type and schema of what it gives
 * @param handler what runs
 */
public record Route(
    String method,
    String path,
    Role role,
    String summary,
    List<Parameter> parameters,
    Answer answer,
    Handler handler) {

  /** Copies the list. */
  public Route {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param name as it is written
   * @param in {@code query} or {@code header}
   * @param required whether the request is refused without it
   * @param schema JSON Schema of its value, as JSON
   * @param description one sentence
   */
  public record Parameter(
      String name, String in, boolean required, String schema, String description) {

    /** A parameter of the query that may be left out. */
    static Parameter query(String name, String schema, String description) {
      return new Parameter(name, "query", false, schema, description);
    }
  }

  /**
   * What a route gives.
   *
   * @param mediaType such as {@code application/json}
   * @param schema name of a schema of the document, or empty where it gives no JSON
   */
  public record Answer(String mediaType, String schema) {

    /** JSON of this schema. */
    static Answer json(String schema) {
      return new Answer("application/json", schema);
    }
  }

  /** Whether it changes anything. */
  public boolean writes() {
    return !method.equals("GET") && !method.equals("HEAD");
  }
}
