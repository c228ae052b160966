package org.isnad.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.isnad.app.IncidentSearch;
import org.isnad.app.Run;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code isnad run}: the main job. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Takes articles into the store, reads those that are new, links all that it holds, and"
            + " prints the incidents. Running twice adds nothing; a run that was stopped can be"
            + " repeated.",
    footer = {"", "Example: isnad run samples --manifest samples/manifest.csv"})
final class RunCommand implements Callable<Integer> {

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Pipeline pipeline = knowledge.pipeline();
    Run run = new Run(pipeline, input.threads, new TerminalProgress(err), Clock.systemUTC());
    try (Store store = data.create()) {
      Run.Outcome outcome = run.run(input.inputs(), store);
      new IncidentSearch(store, pipeline.knowledge(), data.folder).refresh();
      IncidentsCommand.print(store, out);
      out.flush();
      err.println(
          outcome.articles()
              + (outcome.articles() == 1 ? " article in " : " articles in ")
              + data.name()
              + ", "
              + outcome.added()
              + " of them new");
      if (outcome.articles() == 0 && outcome.problems().isEmpty()) {
        err.println(
            "nothing to read was found there; 'isnad help run' names the kinds of files that are"
                + " read");
      }
      if (outcome.outdated() > 0) {
        err.println(
            outcome.outdated()
                + " articles were read by another version of the program or its knowledge; 'isnad"
                + " rerun' reads them anew");
      }
      return Problems.tell(outcome.problems(), err);
    }
  }
}
