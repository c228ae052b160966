package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isnad.cli.Isnad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Manual pages and completion say what the command line is. */
class ManualTest {

  @TempDir Path folder;

  @Test
  void everyCommandHasAPageWithItsOptions() throws Exception {
    assertThat(execute("manual", folder.toString())).contains("manual pages");
    for (CommandLine command : all(Isnad.commandLine())) {
      Path page = folder.resolve("man1/" + command.getCommandSpec().qualifiedName("-") + ".1");
      assertThat(page).exists();
      String text = Files.readString(page).replace("\\-", "-");
      assertThat(text).contains(".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION");
      assertThat(command.getCommandSpec().options().stream().map(OptionSpec::longestName))
          .allSatisfy(option -> assertThat(text).contains(option));
    }
    try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
      assertThat(pages).hasSize(all(Isnad.commandLine()).size());
    }
  }

  @Test
  void completionKnowsEveryCommand() throws Exception {
    execute("manual", folder.toString());
    String script = Files.readString(folder.resolve("isnad-completion.sh"));
    assertThat(Isnad.commandLine().getSubcommands().keySet())
        .allSatisfy(name -> assertThat(script).contains("_picocli_isnad_" + name));
  }

  @Test
  void withoutACommandTheProgramSaysWhatToDoNext() {
    assertThat(execute()).contains("isnad run", "isnad --help");
  }

  private static String execute(String... words) {
    StringWriter out = new StringWriter();
    assertThat(Isnad.commandLine().setOut(new PrintWriter(out, true)).execute(words)).isZero();
    return out.toString();
  }

  private static List<CommandLine> all(CommandLine command) {
    List<CommandLine> all = new ArrayList<>(List.of(command));
    command.getSubcommands().values().stream().distinct().forEach(c -> all.addAll(all(c)));
    return all;
  }
}
