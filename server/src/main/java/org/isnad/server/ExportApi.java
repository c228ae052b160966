package org.isnad.server;

import io.javalin.http.Context;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isnad.app.Export;
import org.isnad.app.Export.Companion;
import org.isnad.app.Progress;
import org.isnad.app.Selection;
import org.isnad.export.ExportFormats;
import org.isnad.export.ExportOptions;
import org.isnad.server.Route.Answer;
import org.isnad.server.Route.Parameter;
import org.isnad.server.people.Role;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;

/**
 * Incidents as files, streamed in the order of their ids: the same rows as the list under the same
 * filters.
 */
final class ExportApi {

  private static final String TRUTH = "{\"type\":\"boolean\"}";

  private static final List<Parameter> TABLE =
      List.of(
          Parameter.query("hxl", TRUTH, "A row of HXL tags below the header."),
          Parameter.query("bom", TRUTH, "A byte-order mark first, which Excel needs for Arabic."),
          Parameter.query(
              "spreadsheet",
              TRUTH,
              "Cells that a spreadsheet would run as formulas are made harmless."),
          Parameter.query("tombstones", TRUTH, "Merged and retracted incidents too."));

  private record Kind(String ending, String format, String mediaType) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("csv", "csv", "text/csv; charset=utf-8"),
          new Kind(
              "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          new Kind("geojson", "geojson", "application/geo+json"),
          new Kind("ndjson", "jsonl", "application/x-ndjson; charset=utf-8"));

  private static final List<Parameter> COMPANION =
      TABLE.stream().filter(parameter -> !parameter.name().equals("hxl")).toList();

  private static final Map<Companion, String> COMPANIONS =
      new EnumMap<>(
          Map.of(
              Companion.CLAIMS, "Every claim with everybody who makes it, a row each",
              Companion.REPORTS, "The reports, a row each",
              Companion.ARTICLES, "The articles, a row each",
              Companion.CHANGES, "The log of changes, a row each"));

  private final Store store;
  private final Asked asked;
  private final Audit audit;

  ExportApi(Store store, Asked asked, Audit audit) {
    this.store = store;
    this.asked = asked;
    this.audit = audit;
  }

  List<Route> routes() {
    List<Parameter> parameters = new ArrayList<>(Filters.PARAMETERS);
    parameters.addAll(TABLE);
    List<Route> routes = new ArrayList<>();
    for (Kind kind : KINDS) {
      routes.add(
          new Route(
              "GET",
              "/api/v1/incidents." + kind.ending(),
              Role.READER,
              "The incidents under the filters as " + kind.ending() + ", streamed whole.",
              parameters,
              new Answer(kind.mediaType(), ""),
              request -> write(request, kind)));
    }
    List<Parameter> companion = new ArrayList<>(Filters.PARAMETERS);
    companion.addAll(COMPANION);
    COMPANIONS.forEach(
        (kind, what) ->
            routes.add(
                new Route(
                    "GET",
                    "/api/v1/" + name(kind) + ".csv",
                    Role.READER,
                    what + ", of the incidents under the filters, as csv, streamed whole.",
                    companion,
                    new Answer("text/csv; charset=utf-8", ""),
                    request -> write(request, kind))));
    return routes;
  }

  private static String name(Companion companion) {
    return companion.name().toLowerCase(Locale.ROOT);
  }

  private void write(Context request, Companion companion) throws IOException {
    IncidentFilter filter = filter(request, COMPANION);
    String file = name(companion) + ".csv";
    audit.addAside(request, "export", file);
    request
        .contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .header("Cache-Control", "no-cache");
    new Export(store, Progress.SILENT)
        .writeCompanion(
            Selection.of(filter),
            companion,
            new ExportOptions(false, isOn(request, "bom"), isOn(request, "spreadsheet"), null),
            kept(request.outputStream()));
  }

  private IncidentFilter filter(Context request, List<Parameter> others) {
    IncidentFilter filter = asked.of(request, others);
    return isOn(request, "tombstones") ? filter.withTombstones() : filter;
  }

  private void write(Context request, Kind kind) throws IOException {
    IncidentFilter filter = filter(request, TABLE);
    audit.addAside(request, "export", kind.ending());
    request
        .contentType(kind.mediaType())
        .header("Content-Disposition", "attachment; filename=\"incidents." + kind.ending() + "\"")
        .header("Cache-Control", "no-cache");
    String own = Guard.origin(request) + "/en/incidents/";
    boolean spreadsheet = kind.ending().equals("xlsx") || isOn(request, "spreadsheet");
    ExportOptions options =
        new ExportOptions(isOn(request, "hxl"), isOn(request, "bom"), spreadsheet, own);
    new Export(store, Progress.SILENT)
        .write(
            Selection.of(filter),
            ExportFormats.of(kind.format()),
            options,
            kept(request.outputStream()));
  }

  /** The stream of the answer, which its server closes. */
  private static OutputStream kept(OutputStream answer) {
    return new FilterOutputStream(answer) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  private static boolean isOn(Context request, String name) {
    String value = request.queryParam(name);
    return value != null && !value.equals("false") && !value.equals("0");
  }
}
