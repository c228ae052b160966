package org.isnad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.isnad.app.PlaceImport;
import org.isnad.app.PlacePasses;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Knowledge;
import org.isnad.core.pipeline.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad places}: gazetteers of every village, beside the built-in one. */
@Command(
    name = "places",
    mixinStandardHelpOptions = true,
    description =
        "Brings published gazetteers into a folder of knowledge files, and counts how names of places were settled.",
    footer = {"", "Example: isnad places import IQ.txt alternateNamesV2.txt --into my-knowledge"})
final class PlacesCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing required subcommand: import or passes");
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Reads files of Who's On First (GeoJSON, metadata tables, SQLite) and GeoNames (XX.txt, allCountries.txt, alternateNamesV2.txt), also gzipped or zipped, and writes the places that have Arabic names and are not known yet into the folder, for use with --knowledge.",
      footer = {"", "Example: isnad places import IQ.txt alternateNamesV2.txt --into my-knowledge"})
  int imported(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "files and folders to read")
          List<Path> files,
      @Option(
              names = "--into",
              paramLabel = "DIR",
              required = true,
              description =
                  "the folder of knowledge files; a copy of the built-in ones is put there where there is none")
          Path into,
      @Option(
              names = "--countries",
              paramLabel = "CODE",
              split = ",",
              description =
                  "only these countries, such as IQ,SY; without it, all that the gazetteer knows")
          List<String> countries) {
    TreeSet<String> codes = new TreeSet<>();
    if (countries != null) {
      countries.forEach(c -> codes.add(c.toUpperCase(Locale.ROOT)));
    }
    PrintWriter err = spec.commandLine().getErr();
    PlaceImport places = new PlaceImport(knowledge(into), codes, new TerminalProgress(err));
    PlaceImport.Outcome outcome = places.run(files, into);
    PrintWriter out = spec.commandLine().getOut();
    outcome.counts().forEach((what, n) -> err.println(what + ": " + n));
    outcome.written().forEach((file, n) -> out.println(file + ": " + n + " places"));
    out.flush();
    return Problems.tell(outcome.problems(), err);
  }

  @Command(
      name = "passes",
      mixinStandardHelpOptions = true,
      description =
          "Counts by which pass the places that articles name were settled (the only one of its name, cue word, containment, country of the article, prominence), and why others stayed names.",
      footer = {"", "Example: isnad places passes samples --names 10"})
  int passes(
      @Parameters(paramLabel = "PATH", arity = "1..*", description = "files or folders of articles")
          List<Path> paths,
      @Option(
              names = "--names",
              paramLabel = "N",
              defaultValue = "0",
              description = "how many of the names that were not settled to show")
          int names,
      @Mixin KnowledgeOption knowledge) {
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> problems =
        new PlacePasses(knowledge.pipeline()).run(paths, names, l -> out.print(l + "\n"));
    out.flush();
    return Problems.tell(problems, spec.commandLine().getErr());
  }

  /** The folder's knowledge without what earlier imports wrote. */
  private static Knowledge knowledge(Path folder) {
    try {
      boolean empty = !Files.isDirectory(folder) || ArabicKnowledge.filesIn(folder).isEmpty();
      if (empty) {
        ArabicKnowledge.copyTo(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be filled: " + e, e);
    }
    return Knowledge.of(
        ArabicKnowledge.filesIn(folder).stream().filter(file -> !file.isImported()).toList());
  }
}
