package org.isnad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isnad manual}: manual pages and completion, made of the command line as it is. */
@Command(
    name = "manual",
    mixinStandardHelpOptions = true,
    description =
        "Writes a manual page for every command, and the completion of commands and options for bash and zsh, into a folder: man1/*.1 for MANPATH, and isnad-completion.sh to be sourced.",
    footer = {"", "Example: isnad manual my-manual"})
final class ManualCommand implements Callable<Integer> {

  /** The script that shells read. */
  static final String COMPLETION = "isnad-completion.sh";

  @Parameters(paramLabel = "DIR", description = "the folder; made where there is none")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    CommandLine program = Isnad.commandLine();
    Map<String, String> pages = pages(program);
    Path man = Files.createDirectories(folder.resolve("man1"));
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(man.resolve(page.getKey()), page.getValue());
    }
    Files.writeString(folder.resolve(COMPLETION), AutoComplete.bash("isnad", program));
    var out = spec.commandLine().getOut();
    out.println(pages.size() + " manual pages; read one with: man -M " + folder + " isnad");
    out.println("for completion in bash and zsh: source " + folder.resolve(COMPLETION));
    return 0;
  }

  /** The pages of the program and all its commands by file name. */
  static Map<String, String> pages(CommandLine program) {
    Map<String, String> pages = new LinkedHashMap<>();
    collect(program, pages);
    return pages;
  }

  private static void collect(CommandLine command, Map<String, String> pages) {
    pages.put(ManualPage.file(command), ManualPage.of(command));
    command.getSubcommands().values().stream().distinct().forEach(c -> collect(c, pages));
  }
}
