package org.isnad.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.isnad.app.Rerun;
import org.isnad.app.Run;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isnad rerun}: what a new version makes of articles that were read before. */
@Command(
    name = "rerun",
    mixinStandardHelpOptions = true,
    description =
        "Reads anew what another version of the program or its knowledge read, links again, and prints what that changed. What people decided stays.",
    footer = {"", "Example: isnad rerun --knowledge my-knowledge"})
final class RerunCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads to read with; all cores unless given")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Run run = new Run(knowledge.pipeline(), threads, new TerminalProgress(err), Clock.systemUTC());
    try (Store store = data.open()) {
      Run.Outcome outcome = new Rerun(run, line -> out.print(line + "\n")).run(store);
      out.flush();
      err.println(outcome.read() + " of " + outcome.articles() + " articles read anew");
      return Problems.tell(outcome.problems(), err);
    }
  }
}
