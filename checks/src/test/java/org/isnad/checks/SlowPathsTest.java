package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read comes in drops, what is written is taken in drops, not at all, or not to its end.
 */
class SlowPathsTest {

  private static final int ARTICLES = 320;

  @TempDir Path folder;

  /** A named pipe stands for a folder whose reads are slow: bytes come late and few at a time. */
  @Test
  void inputThatTricklesIsReadWhole() throws Exception {
    Path file = SampleArticles.write(folder.resolve("articles.jsonl"), 16);
    Path whole = folder.resolve("whole");
    assertThat(ended(start(whole, "extract", file.toString()))).isZero();
    Path pipe = pipe("slow.jsonl");
    Path slow = folder.resolve("slow");
    Process process = start(slow, "extract", pipe.toString());
    byte[] bytes = Files.readAllBytes(file);
    try (OutputStream out = Files.newOutputStream(pipe)) {
      for (int at = 0; at < bytes.length; at += 997) {
        out.write(bytes, at, Math.min(997, bytes.length - at));
        out.flush();
        Thread.sleep(5);
      }
    }
    assertThat(ended(process)).as(said()).isZero();
    assertThat(Files.readString(slow)).isEqualTo(Files.readString(whole));
  }

  @Test
  void anInputThatBreaksOffInTheMiddleCostsOneProblem() throws Exception {
    Path pipe = pipe("broken.jsonl");
    Path out = folder.resolve("out");
    Process process = start(out, "extract", pipe.toString());
    byte[] bytes = Files.readAllBytes(SampleArticles.write(folder.resolve("a.jsonl"), 16));
    try (OutputStream to = Files.newOutputStream(pipe)) {
      to.write(bytes, 0, bytes.length / 2);
    }
    assertThat(ended(process)).isEqualTo(1);
    assertThat(said()).contains("1 input could not be read").doesNotContain("\tat ");
    assertThat(Files.readAllLines(out)).isNotEmpty();
  }

  @Test
  void whoReadsTheOutputSlowlyGetsAllOfIt() throws Exception {
    Path file = SampleArticles.write(folder.resolve("articles.jsonl"), ARTICLES);
    Path whole = folder.resolve("whole");
    assertThat(ended(start(whole, "extract", file.toString()))).isZero();
    Process process = piped("extract", file.toString());
    StringBuilder read = new StringBuilder();
    try (InputStream in = process.getInputStream()) {
      Thread.sleep(2000);
      byte[] some = new byte[16_384];
      for (int length = in.read(some); length >= 0; length = in.read(some)) {
        read.append(new String(some, 0, length, StandardCharsets.ISO_8859_1));
        Thread.sleep(5);
      }
    }
    assertThat(ended(process)).as(said()).isZero();
    assertThat(read.toString()).isEqualTo(Files.readString(whole, StandardCharsets.ISO_8859_1));
  }

  @Test
  void whoHasReadEnoughEndsTheProgramWithoutWords() throws Exception {
    Path file = SampleArticles.write(folder.resolve("articles.jsonl"), ARTICLES);
    Process process = piped("extract", file.toString());
    try (InputStream in = process.getInputStream()) {
      assertThat(in.readNBytes(10)).hasSize(10);
    }
    assertThat(ended(process)).isEqualTo(1);
    assertThat(said()).doesNotContain("Exception", "isnad:", "\tat ");
  }

  @Test
  void anOutputThatIsCutOffIsNoSuccess() throws Exception {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.isWritable(full), "no device that is always full");
    Path file = SampleArticles.write(folder.resolve("articles.jsonl"), 16);
    for (String[] command :
        List.of(
            new String[] {"extract", file.toString()},
            new String[] {"places", "--help"},
            new String[] {"explain", SampleArticles.samples().getFirst().toString()})) {
      assertThat(ended(start(full, command))).as(String.join(" ", command)).isEqualTo(1);
      assertThat(said()).contains("could not be written whole").doesNotContain("\tat ");
    }
  }

  /** Every read and write of the store and of its log, every word to the disk, waits 10 ms. */
  @Test
  @Tag("slow")
  void aStoreInASlowFolderComesToTheSameRowsAlsoBesideAnother() throws Exception {
    String input = SampleArticles.write(folder.resolve("articles.jsonl"), 32).toString();
    Path whole = folder.resolve("whole");
    assertThat(ended(start(folder.resolve("out"), "run", input, "--data", whole.toString())))
        .isZero();
    Path slow = Files.createDirectories(folder.resolve("slow"));
    String calls = "pread64,pwrite64,fsync,fdatasync";
    List<String> slowly =
        List.of(
            "strace -f -qq -o /dev/null -e trace=%s -e inject=%s:delay_enter=10000 -P %s -P %s"
                .formatted(
                    calls, calls, slow.resolve("isnad.sqlite"), slow.resolve("isnad.sqlite-wal"))
                .split(" "));
    assumeTraced();
    Path err = folder.resolve("slow.err");
    String[] run = {"run", input, "--data", slow.toString()};
    Process first = Program.under(slowly, folder.resolve("slow.out"), err, run);
    Process second = start(folder.resolve("out"), run);
    assertThat(ended(first)).as(Files.readString(err)).isZero();
    assertThat(ended(second)).as(said()).isZero();
    assertThat(incidents(slow)).isNotEmpty().isEqualTo(incidents(whole));
  }

  private static List<String> incidents(Path data) throws IOException {
    return StoredRows.of(data).stream().filter(row -> row.contains("\"incident\"")).toList();
  }

  private static void assumeTraced() throws InterruptedException {
    try {
      int code = new ProcessBuilder("strace", "-qq", "-o", "/dev/null", "true").start().waitFor();
      Assumptions.assumeTrue(code == 0, "processes cannot be traced here");
    } catch (IOException e) {
      Assumptions.abort("no strace here");
    }
  }

  private Process start(Path out, String... command) throws IOException {
    return Program.start(List.of(), out, folder.resolve("err"), command);
  }

  private Process piped(String... command) throws IOException {
    return Program.piped(folder.resolve("err"), command);
  }

  private Path pipe(String name) throws Exception {
    Path pipe = folder.resolve(name);
    try {
      int code = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
      Assumptions.assumeTrue(code == 0, "named pipes cannot be made here");
    } catch (IOException e) {
      Assumptions.abort("no mkfifo here");
    }
    return pipe;
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ends").isTrue();
    return process.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("err"));
  }
}
