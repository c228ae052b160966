package org.isnad.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.server.people.Role;
import org.isnad.store.ChangeRow;
import org.isnad.store.Store;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The log of changes: what was created, revised, merged, split or retracted since a number. */
final class ChangeApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.query(
              "since",
              "{\"type\":\"integer\",\"minimum\":0}",
              "Changes after the one with this number."),
          Paging.PARAMETERS.getFirst());

  private static final List<Parameter> LIMIT = List.of(Paging.PARAMETERS.getFirst());

  private final Store store;

  ChangeApi(Store store) {
    this.store = store;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/api/v1/changes",
            Role.READER,
            "The log of changes, tombstones of merged and retracted incidents included, oldest first.",
            PARAMETERS,
            Answer.json("Changes"),
            this::list),
        new Route(
            "GET",
            "/api/v1/changes.atom",
            Role.READER,
            "The last changes as an Atom feed, tombstones included, newest first.",
            LIMIT,
            new Answer("application/atom+xml", ""),
            this::feed));
  }

  private void feed(Context request) {
    Filters.onlyThese(request, LIMIT);
    int limit = Paging.of(request).limit();
    long last = store.catalogue().lastChange();
    if (Etag.isCurrent(request, last)) {
      return;
    }
    List<ChangeRow> rows = new ArrayList<>();
    store.changes(Math.max(0, last - limit), limit, rows::add);
    byte[] feed = new ChangeFeed(Guard.origin(request)).of(rows.reversed());
    request.contentType("application/atom+xml; charset=utf-8").result(feed);
  }

  private void list(Context request) {
    Filters.onlyThese(request, PARAMETERS);
    long since = since(request);
    int limit = Paging.of(request).limit();
    if (Etag.isCurrent(request, store.catalogue().lastChange())) {
      return;
    }
    List<ChangeRow> rows = new ArrayList<>();
    store.changes(since, limit, rows::add);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    rows.forEach(row -> items.add(json(row)));
    answer.put("since", rows.isEmpty() ? since : rows.getLast().seq());
    Answers.json(request, answer);
  }

  private static long since(Context request) {
    String text = request.queryParam("since");
    try {
      return text == null ? 0 : Long.parseLong(WesternDigits.of(text));
    } catch (NumberFormatException e) {
      throw ApiProblem.parameter("since", String.valueOf(text), "a whole number");
    }
  }

  /** A line of the log. */
  static ObjectNode json(ChangeRow change) {
    ObjectNode node = JSON.createObjectNode();
    node.put("seq", change.seq());
    node.put("kind", change.kind());
    node.put("incident", change.incident());
    node.put("version", change.version());
    node.put("changedAt", change.changedAt());
    node.put("cause", change.cause());
    node.set("before", change.before() == null ? null : JSON.readTree(change.before()));
    node.set("after", change.after() == null ? null : JSON.readTree(change.after()));
    return node;
  }
}
