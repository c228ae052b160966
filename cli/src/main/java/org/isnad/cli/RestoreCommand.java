package org.isnad.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad restore}: a store from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Fills an empty store from a file that 'isnad backup' wrote, whichever database it came from. All of it or nothing.",
    footer = {"", "Example: isnad restore isnad-2026-03-04.jsonl.gz --data new-folder"})
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "the backup")
  private Path file = Path.of("");

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Store store = data.create()) {
      long rows = store.restore(file);
      spec.commandLine().getErr().println(rows + " rows of " + file + " in " + data.name());
    }
    return 0;
  }
}
