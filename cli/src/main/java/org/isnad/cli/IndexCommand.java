package org.isnad.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.isnad.app.IncidentSearch;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isnad index}: the index behind the search. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description =
        "The index behind the search. It mends itself when it is missing, older than the store, or damaged.",
    subcommands = IndexCommand.Rebuild.class,
    footer = {"", "Example: isnad index rebuild"})
final class IndexCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "index what? 'isnad index --help' tells");
  }

  @Command(
      name = "rebuild",
      mixinStandardHelpOptions = true,
      description = "Makes the index anew from the store.",
      footer = {"", "Example: isnad index rebuild"})
  static final class Rebuild implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();
    @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      PrintWriter err = spec.commandLine().getErr();
      try (Store store = data.open()) {
        int size = new IncidentSearch(store, knowledge.knowledge(), data.folder).rebuild();
        err.println(size + " documents in the index");
      }
      return 0;
    }
  }
}
