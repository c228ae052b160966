package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands in the documents do what the documents say: a shell block behind {@code <!-- run -->} is
 * run, page by page in one folder, and every line of the next block behind {@code <!-- prints -->}
 * stands in what it printed, words in this order.
 */
class DocumentsRunTest {

  private static final Path ROOT = Repository.root();

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?s)<!-- run -->\n"
              + "```sh\n"
              + "(.*?)```(?:(?:(?!<!-- run -->).)*?<!-- prints -->\n"
              + "```text\n"
              + "(.*?)```)?");

  @TempDir Path folder;

  @Test
  void everyMarkedBlockIsSeen() throws IOException {
    for (Path page : pages()) {
      String text = Files.readString(page);
      Matcher block = BLOCK.matcher(text);
      int seen = 0;
      while (block.find()) {
        seen++;
      }
      assertThat(text.split("(?m)^<!-- run -->$", -1)).as(page.toString()).hasSize(seen + 1);
    }
  }

  @Tag("slow")
  @TestFactory
  Stream<DynamicTest> commandsDoWhatTheDocumentsSay() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      if (BLOCK.matcher(Files.readString(page)).find()) {
        tests.add(DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> runPage(page)));
      }
    }
    return tests.stream();
  }

  private void runPage(Path page) throws Exception {
    Path workspace = workspace(page);
    Matcher block = BLOCK.matcher(Files.readString(page));
    while (block.find()) {
      String printed = run(workspace, block.group(1));
      if (block.group(2) != null) {
        block
            .group(2)
            .lines()
            .forEach(
                line ->
                    assertThat(printed.lines()).as(block.group(1)).anyMatch(l -> holds(l, line)));
      }
    }
  }

  /** Whether the words of the line stand in the printed one, in this order. */
  private static boolean holds(String printed, String line) {
    int at = 0;
    for (String word : line.strip().split("\\s+")) {
      at = printed.indexOf(word, at);
      if (at < 0) {
        return false;
      }
      at += word.length();
    }
    return true;
  }

  /**
   * A folder like a fresh clone: the samples, and a launcher that starts the classes under test.
   */
  private Path workspace(Path page) throws IOException {
    Path workspace = Files.createDirectory(folder.resolve(page.getFileName() + ".run"));
    Path samples = Files.createDirectory(workspace.resolve("samples"));
    try (Stream<Path> files = Files.list(ROOT.resolve("samples"))) {
      for (Path file : files.toList()) {
        Files.copy(file, samples.resolve(file.getFileName()));
      }
    }
    Path launcher = workspace.resolve("isnad");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s/bin/java' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -cp '%s' org.isnad.cli.Isnad \"$@\"\n"
            .formatted(System.getProperty("java.home"), classPath()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    return workspace;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String run(Path workspace, String commands) throws Exception {
    Path printed = workspace.resolve("printed.txt");
    Process process =
        new ProcessBuilder("bash", "-e", "-c", commands)
            .directory(workspace.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(process.waitFor(15, TimeUnit.MINUTES)).as(commands).isTrue();
    String text = Files.readString(printed);
    assertThat(process.exitValue()).as(commands + "\n" + text).isZero();
    return text;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }
}
