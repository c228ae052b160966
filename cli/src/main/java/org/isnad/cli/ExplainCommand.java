package org.isnad.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.isnad.app.Explain;
import org.isnad.core.pipeline.Problem;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad explain}: why an article was read, or an incident put together, as it was. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Explains an article: its clock, tokens, mentions and reports with their rules. Or an incident of the store: every value with its chains and quoted words.",
    footer = {"", "Example: isnad explain samples/08-series.txt --sentence 2"})
final class ExplainCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH|ID",
      description = "a file, the id of an incident, or the id of the report of a series")
  private String subject = "";

  @Option(
      names = "--sentence",
      paramLabel = "N",
      description = "only this sentence of the article, counted from 1")
  private int sentence;

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description = "what the text does not say itself: file,outlet,published,url")
  private @Nullable Path manifest;

  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Explain explain = new Explain(line -> out.print(line + "\n"));
    Path path = Path.of(subject);
    if (Files.exists(path)) {
      List<Problem> problems = explain.articles(path, manifest, sentence, knowledge.pipeline());
      out.flush();
      return Problems.tell(problems, spec.commandLine().getErr());
    }
    try (Store store = data.open()) {
      explain.incident(subject, store);
    }
    out.flush();
    return 0;
  }
}
