package org.isnad.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isnad.app.Extract;
import org.isnad.app.Inputs;
import org.isnad.app.Reuse;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.FieldNames;
import org.isnad.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad reuse}: who copied whom. */
@Command(
    name = "reuse",
    mixinStandardHelpOptions = true,
    description =
        "Tells which articles share text: families, passages with their places in code points, who copied whom and why, and which outlet copied which. Of files, or of the store where none are given.",
    footer = {"", "Example: isnad reuse samples --manifest samples/manifest.csv"})
final class ReuseCommand implements Callable<Integer> {

  private static final List<String> OUTLETS = List.of("copying", "copied", "pairs", "words");

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "files or folders, as 'isnad extract' takes them")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description = "what the texts do not say themselves: file,outlet,published,url")
  private @Nullable Path manifest;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table (for people), or json (one family a line); table unless given")
  private String format = "table";

  @Mixin private DataOption data = new DataOption();
  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean json = format.toLowerCase(Locale.ROOT).equals("json");
    if (!json && !format.toLowerCase(Locale.ROOT).equals("table")) {
      throw new ParameterException(
          spec.commandLine(), "--format takes table or json, not " + format);
    }
    List<Problem> problems = new ArrayList<>();
    Reuse reuse = new Reuse(articles(problems), knowledge.pipeline(), l -> out.print(l + "\n"));
    if (json) {
      reuse.json();
    } else {
      reuse.tell();
      outlets(reuse.outlets(), out);
    }
    out.flush();
    return Problems.tell(problems, spec.commandLine().getErr());
  }

  private List<Article> articles(List<Problem> problems) {
    if (paths.isEmpty()) {
      try (Store store = data.open()) {
        return store.articles();
      }
    }
    Extract.Input input = Extract.Input.read(new Inputs(paths, manifest, FieldNames.OWN));
    problems.addAll(input.problems());
    return input.articles();
  }

  private static void outlets(List<List<String>> rows, PrintWriter out) {
    if (!rows.isEmpty()) {
      out.print("\n");
      TextTable table = new TextTable(OUTLETS);
      rows.forEach(table::add);
      table.lines().forEach(line -> out.print(line + "\n"));
    }
  }
}
