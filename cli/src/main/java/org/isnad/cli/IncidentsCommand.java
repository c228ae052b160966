package org.isnad.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isnad incidents}: what the store holds. */
@Command(
    name = "incidents",
    mixinStandardHelpOptions = true,
    description = "Prints the incidents of the store.",
    footer = {"", "Example: isnad incidents --format csv"})
final class IncidentsCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json or csv; table unless given")
  private IncidentFormat format = IncidentFormat.TABLE;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Store store = data.open()) {
      format.print(standing(store), out);
    }
    out.flush();
    return 0;
  }

  /** All incidents that are neither merged nor retracted, as JSON. */
  static List<String> standing(Store store) {
    return store.incidents(IncidentFilter.STANDING, null, Integer.MAX_VALUE).stream()
        .map(IncidentRecord::json)
        .toList();
  }
}
