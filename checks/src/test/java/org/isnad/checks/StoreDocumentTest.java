package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Store;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways of looking into a store that docs/store.md shows, run as they stand there. */
class StoreDocumentTest {

  @TempDir Path folder;

  @Test
  void pythonTellsWhichOutletsCopiedWhich() throws Exception {
    Assumptions.assumeTrue(has("python3"), "python3 is not installed");
    Path script = Files.writeString(folder.resolve("copies.py"), block("python"));
    assertThat(run("python3", script.toString(), store().toString()))
        .anyMatch(line -> line.contains(" copied 1 articles of "));
  }

  @Test
  void theShellOfSqliteTellsWhoGaveWhichToll() throws Exception {
    Assumptions.assumeTrue(has("sqlite3"), "sqlite3 is not installed");
    String command = block("sh").strip();
    String query = command.substring(command.indexOf('"') + 1, command.lastIndexOf('"'));
    assertThat(run("sqlite3", store().toString(), query)).isNotEmpty();
  }

  private Path store() {
    Path samples = Repository.root().resolve("samples");
    Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
    try (Store store = Store.create(folder)) {
      new Run(pipeline, 2, Progress.SILENT, Clock.systemUTC()).run(List.of(samples), null, store);
    }
    return folder.resolve(Store.FILE);
  }

  private static String block(String language) throws IOException {
    String page = Files.readString(Repository.root().resolve("docs/store.md"));
    int start = page.indexOf("```" + language + "\n") + language.length() + 4;
    return page.substring(start, page.indexOf("```", start));
  }

  private static boolean has(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed.lines().toList();
  }
}
