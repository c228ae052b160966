package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.isnad.cli.Isnad;
import org.isnad.store.Store;
import org.isnad.store.StoreFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code isnad doctor} finds out what is wrong and mends what it can. */
class DoctorTest {

  private static final int PAGE = 4096;

  @TempDir Path folder;

  private String said = "";

  private int run(String... command) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    int code = Isnad.commandLine().setOut(writer).setErr(writer).execute(command);
    said = out.toString();
    return code;
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void runSamples() {
    assertThat(run("run", Repository.root().resolve("samples").toString(), "--data", data()))
        .isZero();
  }

  @Test
  void aSoundInstallationWithoutAStoreIsInOrder() {
    assertThat(run("doctor", "--data", data())).isZero();
    assertThat(said).contains("java", "sqlite", "knowledge", "none in").doesNotContain("bad ");
  }

  @Test
  void aDamagedStoreIsSaidAndMendedByOneCommand() throws IOException {
    runSamples();
    Path file = new StoreFile(Path.of(data())).path();
    int articles = articles();
    byte[] noise = new byte[PAGE];
    new Random(2).nextBytes(noise);
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(raw.length() - 3 * PAGE);
      raw.write(noise);
    }
    assertThat(run("doctor", "--data", data())).isEqualTo(1);
    assertThat(said).contains("damaged", "--repair");
    assertThat(run("doctor", "--repair", "--data", data())).as(said).isZero();
    assertThat(said).contains("the damaged file is");
    assertThat(articles()).isBetween(articles - 4, articles);
    assertThat(run("incidents", "--data", data())).isZero();
  }

  @Test
  void aBackupIsTakenInstead() throws IOException {
    runSamples();
    int articles = articles();
    String backup = folder.resolve("b.jsonl.gz").toString();
    assertThat(run("backup", backup, "--data", data())).isZero();
    Files.writeString(new StoreFile(Path.of(data())).path(), "not a database ".repeat(999));
    assertThat(run("doctor", "--repair", "--data", data())).isEqualTo(1);
    assertThat(run("doctor", "--repair", "--from", backup, "--data", data())).as(said).isZero();
    assertThat(articles()).isEqualTo(articles);
  }

  @Test
  void aDamagedIndexMendsItself() throws IOException {
    runSamples();
    assertThat(run("search", "Baqubah", "--data", data())).isZero();
    String found = said;
    try (Stream<Path> files = Files.walk(Path.of(data(), "search"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 7);
        Files.write(file, bytes);
      }
    }
    assertThat(run("search", "Baqubah", "--data", data())).as(said).isZero();
    assertThat(said).isEqualTo(found);
  }

  @Test
  void anExportOfWordsMendsADamagedIndexToo() throws IOException {
    runSamples();
    Path file = folder.resolve("found.csv");
    String[] export = {
      "export", "--q", "Baqubah", "--format", "csv", "-o", file.toString(), "--data", data()
    };
    assertThat(run(export)).as(said).isZero();
    List<String> rows = Files.readAllLines(file);
    assertThat(rows).hasSizeGreaterThan(1);
    try (Stream<Path> files = Files.list(Path.of(data(), "search"))) {
      for (Path part : files.toList()) {
        Files.write(part, new byte[] {7});
      }
    }
    assertThat(run(export)).as(said).isZero();
    assertThat(Files.readAllLines(file)).isEqualTo(rows);
  }

  @Test
  void aStoreWithoutArticlesIsSearchedWithoutAFinding() {
    Store.create(Path.of(data())).close();
    assertThat(run("search", "Baqubah", "--data", data())).as(said).isZero();
  }

  @Test
  void knowledgeThatCannotBeLoadedIsSaidWithItsLine() throws IOException {
    Path knowledge = Files.createDirectories(folder.resolve("knowledge/letters"));
    Files.writeString(
        knowledge.resolve("bad.tsv"), "# columns: key gloss arabic\nx\tx\tقصف\nx\ty\tهجوم\n");
    String folderOf = folder.resolve("knowledge").toString();
    assertThat(run("doctor", "--data", data(), "--knowledge", folderOf)).isEqualTo(1);
    assertThat(said).contains("bad.tsv:3");
  }

  private int articles() {
    try (Store store = Store.open(Path.of(data()))) {
      return store.articleCount();
    }
  }
}
