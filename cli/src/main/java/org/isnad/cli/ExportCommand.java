package org.isnad.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.isnad.app.Export;
import org.isnad.app.Selection;
import org.isnad.export.ExportFormat;
import org.isnad.export.ExportFormats;
import org.isnad.export.ExportOptions;
import org.isnad.export.IncidentSink;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isnad export}: incidents as a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes incidents in the order of their ids: csv, xlsx, geojson, jsonl (every claim), acled, ucdp, plover; parquet where its module is installed.",
      "Merged and retracted incidents are tombstones in it: id, version, status and successor. The file appears when it is whole."
    },
    footer = {"", "Example: isnad export --format csv --hxl --country YE -o yemen.csv"})
final class ExportCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private TableOptions table = new TableOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "the format; csv unless given")
  private String format = "csv";

  @Option(names = "--q", paramLabel = "WORDS", description = "a search finds it by these words")
  private @Nullable String words;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where to write; the standard output unless given, or '-'")
  private @Nullable Path output;

  @Option(
      names = "--companions",
      description = "claims.csv, reports.csv, articles.csv and changes.csv beside the file as well")
  private boolean companions;

  @Option(names = "--no-tombstones", description = "without merged and retracted incidents")
  private boolean noTombstones;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (output != null && output.toString().equals("-")) {
      output = null;
    }
    if (companions && output == null) {
      throw new ParameterException(spec.commandLine(), "--companions needs -o FILE");
    }
    ExportFormat into = ExportFormats.of(format);
    PrintWriter err = spec.commandLine().getErr();
    try (Store store = data.open()) {
      IncidentFilter filter = noTombstones ? filters.filter() : filters.filter().withTombstones();
      Selection selection = filters.selection(filter, words, store, knowledge, data.folder);
      tell(written(new Export(store, new TerminalProgress(err)), selection, into), err);
    }
    return 0;
  }

  private Export.Outcome written(Export export, Selection selection, ExportFormat into) {
    ExportOptions options = table.options();
    if (output == null) {
      return export.write(selection, into, options, standardOutput(spec.commandLine().getOut()));
    }
    return companions
        ? export.writeWithCompanions(selection, into, options, output)
        : export.write(selection, into, options, output);
  }

  /** The standard output for bytes; it stays open. */
  static OutputStream standardOutput(PrintWriter out) {
    out.flush();
    return new FilterOutputStream(System.out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        this.out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  static void tell(Export.Outcome outcome, PrintWriter err) {
    int standing = outcome.written() - outcome.tombstones();
    err.println(
        standing
            + (standing == 1 ? " incident" : " incidents")
            + (outcome.tombstones() == 0 ? "" : ", " + outcome.tombstones() + " tombstones"));
    IncidentSink.Omission omitted = outcome.omitted();
    if (omitted != null) {
      err.println(omitted.incidents() + " of them left out: " + omitted.reason());
    }
  }
}
