package org.isnad.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad backup}: the store in one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes the whole store to one gzipped file of JSON lines, as it is at one moment; others can go on working. 'isnad restore' reads it into SQLite or PostgreSQL.",
    footer = {"", "Example: isnad backup isnad-2026-03-04.jsonl.gz"})
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "the file to write")
  private Path file = Path.of("");

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Store store = data.open()) {
      long rows = store.backup(file);
      spec.commandLine().getErr().println(rows + " rows of " + data.name() + " in " + file);
    }
    return 0;
  }
}
