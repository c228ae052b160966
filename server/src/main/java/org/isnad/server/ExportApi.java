package org.isnad.server;

import io.javalin.http.Context;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.isnad.app.Export;
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
    return routes;
  }

  private void write(Context request, Kind kind) throws IOException {
    IncidentFilter filter = asked.of(request, TABLE);
    if (isOn(request, "tombstones")) {
      filter = filter.withTombstones();
    }
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
