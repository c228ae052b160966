package org.isnad.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isnad.app.Export;
import org.isnad.app.IncidentRow;
import org.isnad.app.IncidentRows;
import org.isnad.app.Progress;
import org.isnad.app.Selection;
import org.isnad.app.SeriesRow;
import org.isnad.export.ExportFormats;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isnad incidents}: what the store holds. */
@Command(
    name = "incidents",
    mixinStandardHelpOptions = true,
    description =
        "Prints the incidents of the store that are neither merged nor retracted, or those that the filters ask for.",
    footer = {"", "Example: isnad incidents --country IQ --from 2026-03-01 --format geojson"})
final class IncidentsCommand implements Callable<Integer> {

  private static final String TABLE = "table";
  private static final String JSON = "json";

  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private TableOptions table = new TableOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = TABLE,
      description =
          "table (for people), json (every claim), or a format of 'isnad export'; table unless given")
  private String format = TABLE;

  @Option(names = "--q", paramLabel = "WORDS", description = "a search finds it by these words")
  private @Nullable String words;

  @Option(
      names = "--series",
      description =
          "only the sums of events (\"11 operations\"), each with the incidents that can be among them; as table or json")
  private boolean series;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Store store = data.open()) {
      if (series) {
        series(store, out);
        return 0;
      }
      Selection selection =
          filters.selection(filters.filter(), words, store, knowledge, data.folder);
      switch (format.toLowerCase(Locale.ROOT)) {
        case TABLE -> {
          print(store, selection, out);
          if (selection.equals(Selection.of(IncidentFilter.STANDING))) {
            sums(store, out);
          }
        }
        case JSON -> json(store, selection, out);
        default -> export(store, selection, out);
      }
    }
    out.flush();
    return 0;
  }

  /** Prints all standing incidents as a table. */
  static void print(Store store, PrintWriter out) {
    print(store, Selection.of(IncidentFilter.STANDING), out);
    sums(store, out);
  }

  private void series(Store store, PrintWriter out) {
    switch (format.toLowerCase(Locale.ROOT)) {
      case TABLE -> print(SeriesRow.COLUMNS, rows(store), "sum of events", "sums of events", out);
      case JSON -> store.series().forEach(json -> out.print(json + "\n"));
      default ->
          throw new ParameterException(
              spec.commandLine(), "--series takes --format table or json, not " + format);
    }
    out.flush();
  }

  /** The sums of events below the incidents, where there are any. */
  private static void sums(Store store, PrintWriter out) {
    List<List<String>> rows = rows(store);
    if (!rows.isEmpty()) {
      out.print("\n");
      print(SeriesRow.COLUMNS, rows, "sum of events", "sums of events", out);
    }
  }

  private static List<List<String>> rows(Store store) {
    return store.series().stream().map(SeriesRow::of).map(SeriesRow::cells).toList();
  }

  private static void print(Store store, Selection selection, PrintWriter out) {
    try (IncidentRows rows = IncidentRows.of(store, selection)) {
      TextTable.print(IncidentRow.COLUMNS, rows, out);
      out.print(rows.size() + (rows.size() == 1 ? " incident\n" : " incidents\n"));
    }
  }

  private static void print(
      List<String> heads, List<List<String>> rows, String one, String many, PrintWriter out) {
    TextTable.print(heads, rows, out);
    out.print(rows.size() + " " + (rows.size() == 1 ? one : many) + "\n");
  }

  private static void json(Store store, Selection selection, PrintWriter out) {
    selection.forEach(store, incident -> out.print(incident.json() + "\n"));
  }

  private void export(Store store, Selection selection, PrintWriter out) {
    new Export(store, Progress.SILENT)
        .write(
            selection,
            ExportFormats.of(format),
            table.options(),
            ExportCommand.standardOutput(out));
  }
}
