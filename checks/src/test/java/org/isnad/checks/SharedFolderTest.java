package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.isnad.store.Store;
import org.isnad.store.StoreFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes in one folder, and folders that go away while a process works in them. */
@Tag("slow")
class SharedFolderTest {

  private static final int ARTICLES = 96;

  @TempDir Path folder;
  private int outputs;

  @Test
  void runsThatBeginAtOnceInAnEmptyFolderComeToTheRowsOfOne() throws Exception {
    Path first = SampleArticles.write(folder.resolve("first.jsonl"), ARTICLES);
    Path second = folder.resolve("second.jsonl");
    List<String> lines = Files.readAllLines(first);
    Files.write(second, lines.subList(lines.size() / 3, lines.size()));
    Path whole = folder.resolve("whole");
    assertThat(ended(start("run", first, whole))).isZero();
    Path shared = folder.resolve("shared");
    List<Process> processes =
        List.of(
            start("run", first, shared), start("run", second, shared), start("run", first, shared));
    for (Process process : processes) {
      assertThat(ended(process)).as(said()).isZero();
    }
    assertThat(new StoreFile(shared).damages()).isEmpty();
    assertThat(incidents(shared)).isEqualTo(incidents(whole));
  }

  @Test
  void whoReadsWhileAnotherWritesReadsOneStateOrTheOther() throws Exception {
    Path input = SampleArticles.write(folder.resolve("articles.jsonl"), ARTICLES);
    Path data = folder.resolve("data");
    assertThat(ended(start("run", input, data))).isZero();
    String before = exported(data);
    Path more = folder.resolve("more");
    Files.createDirectories(more);
    Files.writeString(
        more.resolve("x.txt"),
        Files.readString(SampleArticles.samples().get(3)).replace("سبعة", "تسعة"));
    Process writer = start("run", more, data);
    List<String> read = new ArrayList<>();
    while (writer.isAlive()) {
      read.add(exported(data));
    }
    assertThat(ended(writer)).as(said()).isZero();
    assertThat(read).isNotEmpty().isSubsetOf(before, exported(data));
  }

  @Test
  void aRunWhoseInputGoesAwayKeepsWhatItReadAndSaysWhatIsMissing() throws Exception {
    Path input = Files.createDirectories(folder.resolve("input"));
    for (int n = 0; n < 60; n++) {
      Files.writeString(
          input.resolve("%02d.txt".formatted(n)),
          n + " " + Files.readString(SampleArticles.samples().get(n % 16)));
    }
    // The last of the files is a long one, so that there is a moment to take the others away.
    Path data = folder.resolve("data");
    Process process = start("run", input, data);
    process.waitFor(1500, TimeUnit.MILLISECONDS);
    delete(input);
    int code = ended(process);
    assertThat(code).as(said()).isBetween(0, 1);
    assertThat(new StoreFile(data).damages()).isEmpty();
    assertThat(said()).doesNotContain("Exception");
    assertThat(ended(start("run", SampleArticles.samples().getFirst(), data))).isZero();
  }

  @Test
  void aRunWhoseStoreGoesAwayEndsAndTheNextBeginsAnew() throws Exception {
    Path input = SampleArticles.write(folder.resolve("articles.jsonl"), ARTICLES);
    Path data = folder.resolve("data");
    Process process = start("run", input, data);
    while (process.isAlive() && !Files.exists(data.resolve(Store.FILE))) {
      Thread.sleep(5);
    }
    process.waitFor(300, TimeUnit.MILLISECONDS);
    delete(data);
    ended(process);
    assertThat(said()).doesNotContain("\tat ");
    Path whole = folder.resolve("whole");
    assertThat(ended(start("run", input, whole))).isZero();
    delete(data);
    assertThat(ended(start("run", input, data))).as(said()).isZero();
    assertThat(StoredRows.difference(StoredRows.of(whole), StoredRows.of(data))).isEmpty();
  }

  private Process start(String command, Path input, Path data) throws IOException {
    return Program.start(
        List.of(),
        folder.resolve("out" + outputs),
        folder.resolve("err" + outputs++),
        command,
        input.toString(),
        "--data",
        data.toString());
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(20, TimeUnit.MINUTES)).as("ends").isTrue();
    return process.exitValue();
  }

  private String exported(Path data) throws Exception {
    Path out = folder.resolve("exported.jsonl");
    Process process =
        Program.start(
            List.of(),
            folder.resolve("out"),
            folder.resolve("err" + outputs++),
            "export",
            "--format",
            "jsonl",
            "-o",
            out.toString(),
            "--data",
            data.toString());
    assertThat(ended(process)).as(said()).isZero();
    return Files.readString(out);
  }

  private String said() throws IOException {
    StringBuilder said = new StringBuilder();
    for (int n = 0; n < outputs; n++) {
      Path err = folder.resolve("err" + n);
      said.append(Files.exists(err) ? Files.readString(err) : "");
    }
    return said.toString();
  }

  private static List<String> incidents(Path data) throws IOException {
    return StoredRows.of(data).stream().filter(row -> row.contains("\"incident\"")).toList();
  }

  /** Takes a folder away as another program would, again where something was just added. */
  private static void delete(Path folder) throws IOException {
    for (int n = 0; n < 50 && Files.exists(folder); n++) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        // something was added or taken away meanwhile
      }
    }
  }
}
