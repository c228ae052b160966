package org.isnad.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.isnad.app.Extract;
import org.isnad.core.pipeline.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code isnad extract}: one JSON line an article. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description =
        "Writes one JSON line per article, in input order, with its event reports. The inputs are one collection: copies, clocks and incidents among them count; nothing is stored.",
    footer = {"", "Example: isnad extract samples --manifest samples/manifest.csv"})
final class ExtractCommand implements Callable<Integer> {

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    TerminalProgress progress = new TerminalProgress(err);
    Extract extract = new Extract(knowledge.pipeline(), input.threads, progress);
    List<Problem> problems = extract.run(input.inputs(), line -> out.print(line + "\n"));
    out.flush();
    return Problems.tell(problems, err);
  }
}
