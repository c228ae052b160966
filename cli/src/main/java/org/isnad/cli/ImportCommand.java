package org.isnad.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.isnad.app.ArchiveImport;
import org.isnad.app.Decide;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.app.TableImport;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad import}: takes an edited table back, or the folder of a job on Spark in. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes back a table of 'isnad export' (csv or xlsx) that was edited in a spreadsheet: a changed cell is a decision, unchanged ones are none. A column 'reason' says why.",
      "Or takes in the folder of a job on Spark: articles, readings and incidents (docs/scale.md).",
      "A row that fits no incident, was made from another version of it, or changes what follows from other columns is refused whole, with its line and the reason."
    },
    footer = {"", "Example: isnad import edited.xlsx --by amal"})
final class ImportCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();

  @Parameters(paramLabel = "FILE", description = "the table, or the folder of a job")
  private Path file = Path.of("");

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${env:ISNAD_USER:-${sys:user.name}}",
      description = "who decides; $ISNAD_USER, else the name of the user, unless given")
  private String by = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Pipeline pipeline = knowledge.pipeline();
    Clock clock = Clock.systemUTC();
    int threads = Runtime.getRuntime().availableProcessors();
    Progress progress = new TerminalProgress(err);
    Run run = new Run(pipeline, threads, progress, clock);
    boolean archive = ArchiveImport.isArchive(file);
    try (Store store = archive ? data.create() : data.open()) {
      if (archive) {
        Run.Outcome taken = new ArchiveImport(store, pipeline, run, progress, clock).read(file);
        err.println(taken.added() + " new articles of " + taken.articles() + " in the store");
        return Problems.tell(taken.problems(), err);
      }
      Decide decide = new Decide(store, run, pipeline.knowledge(), clock, by);
      TableImport.Outcome outcome = new TableImport(store, pipeline.knowledge(), decide).read(file);
      err.println(outcome.decisions() + " decisions from " + outcome.rows() + " rows of " + file);
      return Problems.tell(outcome.problems(), err);
    }
  }
}
