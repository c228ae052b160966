package org.isnad.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad knowledge}: a user's own copy of the knowledge files. */
@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    description = "Works on a copy of the knowledge files.")
final class KnowledgeCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand: check");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Loads a folder of knowledge files as the program would and says, with file and line, what is wrong.")
  int check(@Parameters(paramLabel = "DIR", description = "the folder") Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          folder + " is no folder; expected a copy of the knowledge files");
    }
    Knowledge knowledge = ArabicKnowledge.load(folder);
    String version = new Pipeline(knowledge).version().knowledge();
    spec.commandLine()
        .getOut()
        .println(knowledge.files().size() + " files are in order; version " + version);
    return 0;
  }
}
