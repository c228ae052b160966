package org.isnad.server;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.server.people.Role;
import org.isnad.store.Charts;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the charts draw; programs can draw the same. */
final class ChartApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rows of a chart that still fit on a page. */
  private static final int ROWS = 30;

  private static final List<Parameter> STEP =
      List.of(
          Parameter.query(
              "step",
              "{\"enum\":[\"day\",\"week\",\"month\",\"year\"]}",
              "How long a bin is; without it, as short as can still be drawn."));

  private final Store store;
  private final Asked asked;
  private final Remembered<IncidentFilter, List<Charts.Window>> windows;
  private final Remembered<IncidentFilter, List<Charts.Outlet>> outlets;

  ChartApi(Store store, Asked asked) {
    this.store = store;
    this.asked = asked;
    this.windows = new Remembered<>(filter -> store.charts().windows(filter));
    this.outlets = new Remembered<>(filter -> store.charts().outlets(filter));
  }

  List<Route> routes() {
    List<Parameter> days = new ArrayList<>(Filters.PARAMETERS);
    days.addAll(STEP);
    return List.of(
        new Route(
            "GET",
            "/api/v1/charts/days",
            Role.READER,
            "Incidents by days and types; those whose days are a window are spread over it in parts.",
            days,
            Answer.json("DayChart"),
            this::days),
        new Route(
            "GET",
            "/api/v1/charts/tolls",
            Role.READER,
            "The incidents with the most killed, with every figure and who gives it.",
            Filters.PARAMETERS,
            Answer.json("TollChart"),
            this::tolls),
        new Route(
            "GET",
            "/api/v1/charts/outlets",
            Role.READER,
            "How many incidents each outlet tells of, and how many of them nobody else does.",
            Filters.PARAMETERS,
            Answer.json("OutletChart"),
            this::outlets));
  }

  private void days(Context request) {
    IncidentFilter filter = asked.of(request, STEP);
    long now = store.catalogue().lastChange();
    if (Etag.isCurrent(request, now)) {
      return;
    }
    DayBins bins =
        new DayBins(
            filter.ids() == null ? windows.of(filter, now) : store.charts().windows(filter));
    DayBins.Step step = step(request.queryParam("step"), bins.step());
    ObjectNode answer = JSON.createObjectNode();
    answer.put("step", step.name().toLowerCase(Locale.ROOT));
    answer.put("from", day(bins.from()));
    answer.put("to", day(bins.to()));
    List<DayBins.OfType> types = bins.types(step);
    answer.put(
        "incidents", bins.undated() + types.stream().mapToInt(DayBins.OfType::incidents).sum());
    answer.put("undated", bins.undated());
    ArrayNode list = answer.putArray("types");
    types.forEach(type -> add(list.addObject(), type));
    Answers.json(request, answer);
  }

  private static void add(ObjectNode node, DayBins.OfType type) {
    node.put("type", type.type());
    node.put("incidents", type.incidents());
    ArrayNode bins = node.putArray("bins");
    type.bins()
        .forEach(
            (start, bin) -> {
              ObjectNode one = bins.addObject();
              one.put("start", start.toString());
              one.put("sure", bin.sure());
              one.put("spread", Math.round(bin.spread() * 1000) / 1000.0);
            });
  }

  private void tolls(Context request) {
    IncidentFilter filter = asked.of(request, List.of());
    if (Etag.isCurrent(request, store.catalogue().lastChange())) {
      return;
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    for (IncidentRecord incident : store.charts().deadliest(filter, ROWS)) {
      ObjectNode one = items.addObject();
      one.set("incident", RecordJson.of(incident));
      ArrayNode claims = one.putArray("claims");
      for (JsonNode claim : JSON.readTree(incident.json()).path("killed").path("claims")) {
        ObjectNode figure = claims.addObject();
        figure.set("value", claim.path("value"));
        figure.put("independentChains", claim.path("independentChains").asInt(1));
        outletsOf(claim).forEach(figure.putArray("outlets")::add);
      }
    }
    Answers.json(request, answer);
  }

  private static Set<String> outletsOf(JsonNode claim) {
    Set<String> names = new TreeSet<>();
    for (JsonNode testimony : claim.path("testimonies")) {
      String outlet = testimony.path("outlet").asString("");
      names.add(outlet.isEmpty() ? testimony.path("article").asString("") : outlet);
    }
    return names;
  }

  private void outlets(Context request) {
    IncidentFilter filter = asked.of(request, List.of());
    long now = store.catalogue().lastChange();
    if (Etag.isCurrent(request, now)) {
      return;
    }
    List<Charts.Outlet> found =
        filter.ids() == null ? outlets.of(filter, now) : store.charts().outlets(filter);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    answer.put("alone", found.stream().mapToInt(Charts.Outlet::alone).sum());
    for (Charts.Outlet outlet : found.subList(0, Math.min(ROWS, found.size()))) {
      ObjectNode one = items.addObject();
      one.put("outlet", outlet.name());
      one.put("incidents", outlet.incidents());
      one.put("alone", outlet.alone());
    }
    Answers.json(request, answer);
  }

  private static DayBins.Step step(@Nullable String text, DayBins.Step usual) {
    if (text == null || text.isEmpty()) {
      return usual;
    }
    for (DayBins.Step step : DayBins.Step.values()) {
      if (step.name().toLowerCase(Locale.ROOT).equals(text)) {
        return step;
      }
    }
    throw ApiProblem.parameter("step", text, "day, week, month or year");
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
