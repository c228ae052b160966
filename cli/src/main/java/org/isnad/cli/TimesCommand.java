package org.isnad.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.isnad.app.Times;
import org.isnad.core.pipeline.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad times}: the expressions of time of each line, resolved. */
@Command(
    name = "times",
    mixinStandardHelpOptions = true,
    description =
        "Reads JSON Lines with 'text' and 'clock' and writes the expressions of time of each, resolved.",
    footer = {"", "Example: echo '{\"text\": \"...\", \"clock\": \"2026-01-02\"}' | isnad times -"})
final class TimesCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "JSON Lines, or - for standard input")
  private Path file = Path.of("-");

  @Option(
      names = "--clock",
      paramLabel = "DATE",
      description = "the day for lines that name none, such as 2026-01-31")
  private @Nullable LocalDate clock;

  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> problems = new ArrayList<>();
    Times times = new Times(knowledge.pipeline(), clock);
    try (BufferedReader reader = open()) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          out.print(answer(times, line, number, problems) + "\n");
        }
      }
    }
    out.flush();
    return Problems.tell(problems, spec.commandLine().getErr());
  }

  /**
   * A line that cannot be read gives an empty answer, so that lines in and out stay side by side.
   */
  private String answer(Times times, String line, int number, List<Problem> problems) {
    try {
      return times.line(line);
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(Problem.Code.MALFORMED, file + ":" + number, String.valueOf(e.getMessage())));
      return "{\"times\":[]}";
    }
  }

  private BufferedReader open() throws IOException {
    return file.toString().equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(file);
  }
}
