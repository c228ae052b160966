package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isnad.cli.Isnad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The help of every command has an example, and every example runs as it stands. */
class HelpExamplesTest {

  /** These ask the network or run until they are stopped; their own tests start them. */
  private static final Set<String> NOT_RUN = Set.of("isnad watch", "isnad serve", "isnad help");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir static Path folder;

  @Test
  void everyHelpHasAnExample() {
    assertThat(examples().keySet())
        .as("commands with an example")
        .containsAll(
            commands(Isnad.commandLine()).stream()
                .filter(name -> !name.endsWith(" help"))
                .toList());
  }

  /** Runs the program as users do, in a folder that has what the examples name. */
  @Tag("slow")
  @Nested
  class Running {

    private static String incident = "";
    private static String other = "";
    private static String report = "";
    private static int added;

    @BeforeAll
    static void workspace() throws Exception {
      Path samples = Files.createDirectories(folder.resolve("samples"));
      try (Stream<Path> files = Files.list(Repository.root().resolve("samples"))) {
        for (Path file : files.toList()) {
          Files.copy(file, samples.resolve(file.getFileName()));
        }
      }
      run("run", "samples");
      run("user", "add", "amal", "--role", "editor");
      run("export", "--format", "xlsx", "-o", "edited.xlsx");
      run("backup", "isnad-2026-03-04.jsonl.gz");
      Files.writeString(
          folder.resolve("IQ.txt"),
          "1\tTell Nur\tTell Nur\t\u062a\u0644 \u0646\u0648\u0631\t36.1\t43.1\tP\tPPL\tIQ\t\t\t\t\t"
              + "\t0\t\t200\tAsia/Baghdad\t2026-01-01\n");
      Files.writeString(
          folder.resolve("alternateNamesV2.txt"),
          "1\t1\tar\t\u062a\u0644 \u0646\u0648\u0631\t1\t\t\t\t\t\n");
      ids();
    }

    private static void ids() throws Exception {
      String lines = run("export", "--format", "jsonl");
      Matcher id = Pattern.compile("(?m)^\\{\"id\":\"([^\"]+)\"").matcher(lines);
      List<String> found = new ArrayList<>();
      while (id.find()) {
        found.add(id.group(1));
      }
      Matcher two =
          Pattern.compile(
                  "(?m)^\\{\"id\":\"([^\"]+)\".*?\"reports\":\\[\\{\"id\":\"([^\"]+)\".*?\\},\\{\"id\"")
              .matcher(lines);
      assertThat(two.find()).as("an incident of two reports").isTrue();
      incident = two.group(1);
      report = two.group(2);
      other = found.stream().filter(i -> !i.equals(incident)).findFirst().orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() {
      return examples().entrySet().stream()
          .filter(e -> NOT_RUN.stream().noneMatch(e.getKey()::equals))
          .map(e -> DynamicTest.dynamicTest(e.getValue(), () -> runExample(e.getValue())));
    }

    private static void runExample(String example) throws Exception {
      List<String> words = new ArrayList<>();
      String call = example.replaceFirst("^echo .*\\| ", "");
      Matcher word = WORD.matcher(call.replaceFirst("^isnad ", ""));
      while (word.find()) {
        words.add(filled(word.group(1) == null ? word.group(2) : word.group(1)));
      }
      prepare(words);
      run(words.toArray(String[]::new));
    }

    private static String filled(String word) throws Exception {
      return switch (word) {
        case "ID" -> incident;
        case "ID2" -> other;
        case "REPORT" -> report;
        case "DECISION" -> run("decide", "unsure", incident, "--by", "amal").strip();
        default -> word;
      };
    }

    /** What comes before the step that an example shows. */
    private static void prepare(List<String> words) throws Exception {
      if (words.contains("my-knowledge") && !words.contains("new")) {
        if (!Files.exists(folder.resolve("my-knowledge"))) {
          run("knowledge", "new", "my-knowledge");
        }
      } else if (words.contains("my-knowledge")) {
        delete(folder.resolve("my-knowledge"));
      }
      if (words.contains("add")) {
        added++;
        words.replaceAll(w -> w.equals("amal") ? "sami" + added : w);
      }
      if (words.contains("publish")) {
        run("decide", "accept", incident, "--by", "sami");
      }
    }

    private static void delete(Path path) throws IOException {
      if (Files.exists(path)) {
        try (Stream<Path> all = Files.walk(path)) {
          for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(one);
          }
        }
      }
    }

    private static String run(String... words) throws Exception {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp"));
      command.add(
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
      command.add("org.isnad.cli.Isnad");
      command.addAll(List.of(words));
      Path out = folder.resolve("out.txt");
      Path err = folder.resolve("err.txt");
      Path in = folder.resolve("in.txt");
      Files.writeString(
          in,
          words[0].equals("times")
              ? "{\"text\": \"-\", \"clock\": \"2026-01-02\"}\n"
              : "a long pass phrase of mine 7\n");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue())
          .as(String.join(" ", words) + ": " + Files.readString(err))
          .isZero();
      return Files.readString(out);
    }
  }

  private static Map<String, String> examples() {
    Map<String, String> examples = new LinkedHashMap<>();
    collect(Isnad.commandLine(), examples);
    return examples;
  }

  private static void collect(CommandLine command, Map<String, String> examples) {
    for (String line : command.getCommandSpec().usageMessage().footer()) {
      if (line.startsWith("Example: ")) {
        examples.put(
            command.getCommandSpec().qualifiedName(), line.substring("Example: ".length()));
      }
    }
    command.getSubcommands().values().forEach(c -> collect(c, examples));
  }

  private static List<String> commands(CommandLine command) {
    List<String> names = new ArrayList<>();
    names.add(command.getCommandSpec().qualifiedName());
    command.getSubcommands().values().forEach(c -> names.addAll(commands(c)));
    return names;
  }
}
