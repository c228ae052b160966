package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.isnad.store.Store;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, killed at random moments, comes to the rows of an undisturbed run. */
@Tag("slow")
class KilledRunTest {

  /** By default few enough for CI; a hundred were tried with {@code -Disnad.kills=100}. */
  private static final int KILLS = Integer.getInteger("isnad.kills", 30);

  /** Kills before a run is let alone: so later moments are reached too, and stores killed twice. */
  private static final int KILLS_PER_STORE = 4;

  /** More than the batches of articles and of readings, so that there are moments between them. */
  private static final int ARTICLES = 640;

  private static final Path PROGRAM = Repository.root().resolve("cli/target/dist/isnad-cli.jar");

  @TempDir Path folder;
  private Path input = Path.of("");

  @BeforeEach
  void articles() throws IOException {
    Assumptions.assumeTrue(Files.exists(PROGRAM), "the program has not been packaged");
    input = folder.resolve("articles.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(input)) {
      for (Path sample : samples()) {
        String text = Files.readString(sample).strip().replace("\"", "\\\"").replace("\n", "\\n");
        for (int n = 0; n < ARTICLES / samples().size(); n++) {
          String id = sample.getFileName() + "-" + n;
          out.write(
              "{\"id\":\"%s\",\"outlet\":\"outlet %d\",\"published\":\"2026-03-%02d\",\"text\":\"%d %s\"}\n"
                  .formatted(id, n % 30, 1 + n % 28, n, text));
        }
      }
    }
  }

  @Test
  void comesToTheSameRows() throws Exception {
    long start = System.nanoTime();
    assertThat(run(folder.resolve("whole")).waitFor()).isZero();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    List<String> expected = rows(folder.resolve("whole"));
    Random random = new Random(25);
    int alive = 0;
    for (int kill = 0; kill < KILLS; kill += KILLS_PER_STORE) {
      Path data = folder.resolve("killed" + kill);
      for (int n = 0; n < KILLS_PER_STORE; n++) {
        Process process = run(data);
        boolean ended = process.waitFor(random.nextLong(whole), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        alive += ended ? 0 : 1;
      }
      assertThat(run(data).waitFor()).isZero();
      assertThat(rows(data)).as("kills %d to %d", kill, kill + KILLS_PER_STORE).isEqualTo(expected);
    }
    System.out.println(alive + " of " + KILLS + " runs were killed before they ended");
    assertThat(alive).isGreaterThan(KILLS / 2);
  }

  private Process run(Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            PROGRAM.toString(),
            "org.isnad.cli.Isnad",
            "run",
            input.toString(),
            "--data",
            data.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** All rows, moments and the count of batches left out, in one order. */
  private List<String> rows(Path data) throws IOException {
    Path file = folder.resolve("rows.gz");
    try (Store store = Store.open(data)) {
      store.backup(file);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.matches("\\{\"name\":\"(state|linked)\".*+"))
          .map(line -> line.replaceAll("\"(created|updated|changed)_at\":\"[^\"]*+\"", "\"$1\""))
          .sorted()
          .toList();
    }
  }

  private static List<Path> samples() throws IOException {
    List<Path> samples = new ArrayList<>();
    try (var files = Files.list(Repository.root().resolve("samples"))) {
      files.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(samples::add);
    }
    return samples;
  }
}
