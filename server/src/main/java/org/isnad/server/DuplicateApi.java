package org.isnad.server;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.app.Duplicates;
import org.isnad.app.IncidentPair;
import org.isnad.app.IncidentPair.Finding;
import org.isnad.app.IncidentPair.State;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.server.people.Role;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pairs of incidents that may be one event, with what speaks for and against it. */
final class DuplicateApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Parameter> OWN = new ArrayList<>(Paging.PARAMETERS);

  static {
    OWN.add(
        Parameter.query(
            "state",
            "{\"enum\":[\"open\",\"unsure\",\"apart\"],\"default\":\"open\"}",
            "Pairs that nobody has looked at, that somebody was not sure of, or that are two events."));
    OWN.add(
        Parameter.query(
            "incident", "{\"type\":\"string\"}", "Only pairs that this incident is one of."));
  }

  private static final List<Parameter> PARAMETERS = new ArrayList<>(Filters.PARAMETERS);

  static {
    PARAMETERS.addAll(OWN);
  }

  private final Store store;
  private final Asked asked;
  private final Remembered<String, Duplicates.Found> found;

  DuplicateApi(Store store, Asked asked) {
    this.store = store;
    this.asked = asked;
    this.found = new Remembered<>(all -> Duplicates.of(store));
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/api/v1/duplicates",
            Role.READER,
            "Pairs of incidents that may be one event, the likeliest first; one of the two passes the filters.",
            PARAMETERS,
            Answer.json("Duplicates"),
            this::list));
  }

  private void list(Context request) {
    IncidentFilter filter = asked.of(request, OWN);
    Paging paging = Paging.of(request);
    State state = state(request.queryParam("state"));
    String incident = request.queryParam("incident");
    Set<String> wanted = wanted(filter);
    Duplicates.Found all = found.of("", moment());
    List<IncidentPair> pairs =
        all.pairs().stream()
            .filter(pair -> pair.state() == state)
            .filter(
                pair -> incident == null || pair.a().equals(incident) || pair.b().equals(incident))
            .filter(
                pair -> wanted == null || wanted.contains(pair.a()) || wanted.contains(pair.b()))
            .filter(pair -> paging.after() == null || place(pair).compareTo(paging.after()) > 0)
            .limit(paging.limit() + 1L)
            .toList();
    List<IncidentPair> shown = pairs.subList(0, Math.min(pairs.size(), paging.limit()));
    ObjectNode page = JSON.createObjectNode();
    ObjectNode counts = page.putObject("counts");
    for (State one : State.values()) {
      counts.put(id(one), all.counts().getOrDefault(one, 0));
    }
    ArrayNode items = page.putArray("items");
    shown.forEach(pair -> add(items, pair));
    boolean more = pairs.size() > shown.size();
    page.put("next", paging.next(request, more ? place(shown.getLast()) : null));
    Answers.json(request, page);
  }

  /** A number that is another when incidents or decisions have changed. */
  private long moment() {
    long changes = store.state() * 1_000_003 + store.lastChange();
    return changes * 1_000_003 + store.decisions().size();
  }

  /** The ids of the incidents under a filter, or null where it lets all through. */
  private @Nullable Set<String> wanted(IncidentFilter filter) {
    if (filter.equals(IncidentFilter.STANDING)) {
      return null;
    }
    Set<String> ids = new TreeSet<>();
    store.incidents(filter, null, Integer.MAX_VALUE, incident -> ids.add(incident.id()));
    return ids;
  }

  /** Where a pair stands in the list, as a text that sorts like it. */
  private static String place(IncidentPair pair) {
    return String.format(Locale.ROOT, "%08.3f %s %s", 1000 - pair.score(), pair.a(), pair.b());
  }

  private void add(ArrayNode items, IncidentPair pair) {
    IncidentRecord a = store.incident(pair.a()).orElse(null);
    IncidentRecord b = store.incident(pair.b()).orElse(null);
    if (a == null || b == null) {
      return;
    }
    ObjectNode node = items.addObject();
    node.set("a", RecordJson.of(a));
    node.set("b", RecordJson.of(b));
    node.put("score", pair.score());
    node.put("state", id(pair.state()));
    node.put("decision", pair.decision());
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : pair.findings()) {
      ObjectNode one = findings.addObject();
      one.put("aspect", id(finding.aspect()));
      one.put("kind", id(finding.kind()));
      one.put("weight", finding.weight());
    }
  }

  private static State state(@Nullable String text) {
    if (text == null) {
      return State.OPEN;
    }
    for (State state : State.values()) {
      if (id(state).equals(text)) {
        return state;
      }
    }
    throw ApiProblem.parameter("state", text, "open, unsure or apart");
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
