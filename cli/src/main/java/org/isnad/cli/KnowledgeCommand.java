package org.isnad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.isnad.app.Run;
import org.isnad.app.Trial;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad knowledge}: a user's own copy of the knowledge files. */
@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    description = "Works on a copy of the knowledge files.",
    footer = {"", "Example: isnad knowledge new my-knowledge"})
final class KnowledgeCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing required subcommand: new, check or diff");
  }

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description =
          "Starts a folder with a copy of the program's knowledge files, for adding factions, places and rules.",
      footer = {"", "Example: isnad knowledge new my-knowledge"})
  int create(
      @Parameters(paramLabel = "DIR", description = "the folder; absent or empty") Path folder)
      throws IOException {
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw new IllegalArgumentException(
          folder + " is there already; 'isnad knowledge check " + folder + "' says what is in it");
    }
    ArabicKnowledge.copyTo(folder);
    PrintWriter out = spec.commandLine().getOut();
    out.println(ArabicKnowledge.builtIn().size() + " files in " + folder);
    out.println("edit them, then: isnad knowledge check " + folder);
    return 0;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Loads a folder of knowledge files as the program would and says, with file and line, what is wrong.",
      footer = {"", "Example: isnad knowledge check my-knowledge"})
  int check(@Parameters(paramLabel = "DIR", description = "the folder") Path folder) {
    Knowledge knowledge = ArabicKnowledge.load(existing(folder));
    String version = new Pipeline(knowledge).version().knowledge();
    spec.commandLine()
        .getOut()
        .println(
            knowledge.files().size()
                + " files are in order; format "
                + ArabicKnowledge.FORMAT
                + ", version "
                + version);
    return 0;
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description =
          "Shows what a folder of knowledge files would change: which lists differ from the program's, and which incidents of the store would come out otherwise. Changes nothing; reads a copy of the store.",
      footer = {"", "Example: isnad knowledge diff my-knowledge"})
  int diff(
      @Parameters(paramLabel = "DIR", description = "the folder") Path folder,
      @Mixin DataOption data)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Knowledge knowledge = ArabicKnowledge.load(existing(folder));
    Trial trial = new Trial(line -> out.print(line + "\n"));
    trial.files(ArabicKnowledge.builtIn(), knowledge.files());
    Run run =
        new Run(
            new Pipeline(knowledge),
            Runtime.getRuntime().availableProcessors(),
            new TerminalProgress(err),
            Clock.systemUTC());
    try (Store store = data.open()) {
      Run.Outcome outcome = trial.of(store, run);
      out.flush();
      err.println("nothing was changed; 'isnad rerun --knowledge " + folder + "' would do it");
      return Problems.tell(outcome.problems(), err);
    }
  }

  private static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          folder + " is no folder; 'isnad knowledge new " + folder + "' starts one");
    }
    return folder;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }
}
