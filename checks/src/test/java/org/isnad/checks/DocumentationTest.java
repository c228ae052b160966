package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isnad.cli.Isnad;
import org.isnad.core.pipeline.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The documents say what the program does: commands, options, exit codes, problem numbers, versions
 * and links.
 *
 * <p>After a change of the command line, {@code ./check --write-docs} writes the help texts into
 * {@code docs/cli.md} anew.
 */
class DocumentationTest {

  private static final Path ROOT = Repository.root();
  private static final Path CLI = ROOT.resolve("docs/cli.md");

  /** A section of a command: its heading, its prose, and its help in a block. */
  private static final Pattern SECTION =
      Pattern.compile("(?m)^## `(isnad[a-z -]*)`\n[^`]*```text\n([^`]*)```");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");
  private static final Pattern CODE_ROW = Pattern.compile("(?m)^\\| (\\d+) \\|");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?m)^[^|\n]*?(?:\\./)?\\bisnad ((?:[a-z]+ )?[^\n`#]*)");

  @Test
  void everyCommandIsDocumentedWithItsHelp() throws IOException {
    Map<String, String> helps = helps();
    if (Boolean.getBoolean("isnad.docs.write")) {
      write(helps);
    }
    assertThat(sections())
        .as("docs/cli.md and the command line; ./check --write-docs writes the help texts anew")
        .isEqualTo(helps);
  }

  @Test
  void everyExitCodeIsDocumented() throws IOException {
    Set<String> codes =
        new TreeSet<>(Isnad.commandLine().getCommandSpec().usageMessage().exitCodeList().keySet());
    Matcher launcher =
        Pattern.compile("exit ([0-9]+)").matcher(Files.readString(ROOT.resolve("isnad")));
    while (launcher.find()) {
      codes.add(launcher.group(1));
    }
    assertThat(rows("## Exit codes")).isEqualTo(codes);
  }

  @Test
  void wrongUsageEndsWithTwo() {
    for (String[] wrong :
        new String[][] {{"extract"}, {"nothing-like-it"}, {"times", "--clock", "yesterday", "-"}}) {
      StringWriter err = new StringWriter();
      assertThat(Isnad.commandLine().setErr(new PrintWriter(err)).execute(wrong))
          .as(String.join(" ", wrong))
          .isEqualTo(2);
      assertThat(err.toString()).as("the hint").containsAnyOf("Usage: isnad", "Did you mean");
    }
  }

  @Test
  void everyKindOfProblemIsDocumented() throws IOException {
    Set<String> codes =
        Stream.of(Problem.Code.values())
            .map(c -> String.valueOf(c.number()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rows("## Problems")).isEqualTo(codes);
  }

  @TestFactory
  Stream<DynamicTest> everyExampleUsesCommandsAndOptionsThatExist() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (String call : calls(Files.readString(page))) {
        tests.add(
            DynamicTest.dynamicTest(
                ROOT.relativize(page) + ": isnad " + call, () -> checkCall(call)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> everyRelativeLinkLeadsSomewhere() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        String target = link.group(1);
        if (!target.contains("://") && !target.startsWith("mailto:")) {
          Path file = page.resolveSibling(target);
          tests.add(
              DynamicTest.dynamicTest(
                  ROOT.relativize(page) + " -> " + target, () -> assertThat(file).exists()));
        }
      }
    }
    return tests.stream();
  }

  @Test
  void documentsNameTheJavaThatTheBuildUses() throws IOException {
    String release = first("<java.release>(\\d+)<", Files.readString(ROOT.resolve("pom.xml")));
    assertThat(first("jdk_needed=(\\d+)", Files.readString(ROOT.resolve(".build/jdk.sh"))))
        .isEqualTo(release);
    for (Path page : pages()) {
      Matcher named = Pattern.compile("\\b(?:JDK|Java) (\\d+)").matcher(Files.readString(page));
      while (named.find()) {
        assertThat(named.group(1)).as(ROOT.relativize(page).toString()).isEqualTo(release);
      }
    }
  }

  @Test
  void theProjectSaysItsLicenceHowToHelpAndWhatChanged() {
    assertThat(List.of("README.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md"))
        .allSatisfy(name -> assertThat(ROOT.resolve(name)).isNotEmptyFile());
  }

  private static Map<String, String> helps() {
    Map<String, String> helps = new LinkedHashMap<>();
    collect(Isnad.commandLine().setUsageHelpWidth(100), helps);
    return helps;
  }

  private static void collect(CommandLine command, Map<String, String> helps) {
    helps.put(
        command.getCommandSpec().qualifiedName(),
        command.getUsageMessage(Ansi.OFF).replace("\r\n", "\n"));
    command.getSubcommands().values().stream()
        .distinct()
        .forEach(c -> collect(c.setUsageHelpWidth(100), helps));
  }

  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher section = SECTION.matcher(Files.readString(CLI));
    while (section.find()) {
      sections.put(section.group(1), section.group(2));
    }
    return sections;
  }

  /** Puts the help texts in place; a command without a section gets one before the exit codes. */
  private static void write(Map<String, String> helps) throws IOException {
    String page = Files.readString(CLI);
    Map<String, String> known = sections();
    for (Map.Entry<String, String> help : helps.entrySet()) {
      String heading = "## `" + help.getKey() + "`\n";
      String old = known.get(help.getKey());
      if (old == null) {
        page =
            page.replace(
                "## Exit codes\n",
                heading + "\n```text\n" + help.getValue() + "```\n\n## Exit codes\n");
      } else {
        int start = page.indexOf("```text\n" + old, page.indexOf(heading)) + "```text\n".length();
        page = page.substring(0, start) + help.getValue() + page.substring(start + old.length());
      }
    }
    Files.writeString(CLI, page);
  }

  private static Set<String> rows(String heading) throws IOException {
    String page = Files.readString(CLI);
    assertThat(page).contains(heading + "\n");
    String rest = page.substring(page.indexOf(heading + "\n") + heading.length());
    int end = rest.indexOf("\n## ");
    Set<String> rows = new TreeSet<>();
    Matcher row = CODE_ROW.matcher(end < 0 ? rest : rest.substring(0, end));
    while (row.find()) {
      rows.add(row.group(1));
    }
    return rows;
  }

  /** The calls of the program in the shell blocks of a page. */
  private static List<String> calls(String page) {
    List<String> calls = new ArrayList<>();
    Matcher block = Pattern.compile("(?s)```(?:sh|bash|console)\n(.*?)```").matcher(page);
    while (block.find()) {
      Matcher call = EXAMPLE.matcher(block.group(1));
      while (call.find()) {
        calls.add(call.group(1).strip());
      }
    }
    return calls;
  }

  private static void checkCall(String call) {
    String[] words = call.replaceAll("[|>].*", "").strip().split("\\s+");
    CommandLine command = Isnad.commandLine();
    int first = 0;
    while (first < words.length && command.getSubcommands().containsKey(words[first])) {
      command = command.getSubcommands().get(words[first++]);
    }
    assertThat(first > 0 || words[0].startsWith("-")).as("a command: " + words[0]).isTrue();
    Set<String> options =
        command.getCommandSpec().options().stream()
            .map(OptionSpec::names)
            .flatMap(Stream::of)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Stream.of(words).filter(w -> w.startsWith("--")).map(w -> w.replaceAll("=.*", "")))
        .isSubsetOf(options);
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 4)) {
      return files
          .filter(f -> f.toString().endsWith(".md"))
          .filter(
              f ->
                  !f.toString()
                      .replace('\\', '/')
                      .matches(".*/(target|out|node_modules|\\.git|\\.isnad|\\.m2)/.*"))
          .sorted()
          .toList();
    }
  }
}
