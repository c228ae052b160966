package org.isnad.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** All formats that this program writes. */
public final class ExportFormats {

  private ExportFormats() {}

  /** Those of the program, then those of modules beside it. */
  public static List<ExportFormat> all() {
    List<ExportFormat> all = new ArrayList<>(List.of(BuiltIn.values()));
    ServiceLoader.load(ExportFormat.class).forEach(all::add);
    return all;
  }

  /**
   * The format with this name.
   *
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public static ExportFormat of(String id) {
    for (ExportFormat format : all()) {
      if (format.id().equals(id.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    List<String> known = all().stream().map(ExportFormat::id).toList();
    throw new IllegalArgumentException(
        "no format '" + id + "'; expected one of " + String.join(", ", known));
  }

  private enum BuiltIn implements ExportFormat {
    CSV("a table, one row an incident") {
      @Override
      public IncidentSink open(OutputStream out, ExportOptions options) throws IOException {
        return new CsvSink(out, IncidentColumns.ALL, options);
      }
    },
    XLSX("the same table as a workbook") {
      @Override
      public IncidentSink open(OutputStream out, ExportOptions options) {
        return new XlsxSink(out, options);
      }
    },
    GEOJSON("features for maps, with the columns of the table") {
      @Override
      public IncidentSink open(OutputStream out, ExportOptions options) throws IOException {
        return new GeoJsonSink(out, options);
      }
    },
    JSONL("one incident a line, with every claim and the quoted words") {
      @Override
      public IncidentSink open(OutputStream out, ExportOptions options) {
        return new JsonLinesSink(out, options);
      }
    },
    ACLED("a table in the shape of ACLED's, with its conservative tolls") {
      @Override
      public IncidentSink open(OutputStream out, ExportOptions options) throws IOException {
        return new SelectiveSink(
            new CsvSink(out, AcledColumns.ALL, options),
            AcledColumns::holds,
            "ACLED has no type for them, or no day is known");
      }
    },
    UCDP("a table in the shape of UCDP GED, with its low, best and high tolls") {
      @Override
      public IncidentSink open(OutputStream out, ExportOptions options) throws IOException {
        UcdpColumns columns = new UcdpColumns();
        return new SelectiveSink(
            new CsvSink(out, columns.all(), options),
            columns::holds,
            "UCDP GED holds asserted events with a day and at least one death");
      }
    },
    PLOVER("events of PLOVER, one JSON object a line") {
      @Override
      public IncidentSink open(OutputStream out, ExportOptions options) {
        return new SelectiveSink(
            new PloverSink(out), PloverSink::holds, "PLOVER has no type for them");
      }
    };

    private final String description;

    BuiltIn(String description) {
      this.description = description;
    }

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String description() {
      return description;
    }
  }
}
