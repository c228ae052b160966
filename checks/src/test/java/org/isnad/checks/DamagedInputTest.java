package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.isnad.app.Extract;
import org.isnad.app.Progress;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.core.pipeline.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and monstrous input costs a reading or one problem: no failure, no endless run. */
class DamagedInputTest {

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());

  @TempDir Path folder;
  private List<String> whole = List.of();

  @BeforeEach
  void samples() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> list = Files.list(Repository.root().resolve("samples"))) {
      for (Path file : list.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    whole = texts;
  }

  @Test
  void damagedArticlesAreRead() throws IOException {
    everyDamagedArticleGivesALine(300);
  }

  @Test
  void aFirstLineOfOneClosingBracketIsRead() {
    assertThat(PIPELINE.read(Article.of("x", ")\nقصف")).reports()).isEmpty();
  }

  @Test
  @Tag("slow")
  void manyDamagedArticlesAreRead() throws IOException {
    everyDamagedArticleGivesALine(Integer.getInteger("isnad.damaged", 5000));
  }

  private void everyDamagedArticleGivesALine(int number) throws IOException {
    Files.createDirectories(folder.resolve("damaged"));
    Random cut = new Random(3);
    for (int n = 0; n < number; n++) {
      byte[] bytes = DamagedTexts.of(whole, n).getBytes(StandardCharsets.UTF_8);
      // Some are cut inside a letter, as a broken connection leaves them.
      int length = n % 7 == 0 ? cut.nextInt(bytes.length + 1) : bytes.length;
      String name = String.format(java.util.Locale.ROOT, "%05d.txt", n);
      Files.write(folder.resolve("damaged").resolve(name), java.util.Arrays.copyOf(bytes, length));
    }
    List<String> lines = new ArrayList<>();
    List<Problem> problems =
        new Extract(PIPELINE, 2, Progress.SILENT)
            .run(List.of(folder.resolve("damaged")), null, lines::add);
    assertThat(problems)
        .filteredOn(problem -> problem.code() == Problem.Code.INTERNAL)
        .as("articles that failed")
        .isEmpty();
    assertThat(lines.size() + problems.size()).isEqualTo(number);
  }

  @Test
  void monstersCostOneProblemEachInLittleMemoryAndTime() throws Exception {
    Path monsters = Files.createDirectories(folder.resolve("monsters"));
    Files.writeString(monsters.resolve("1-word.txt"), "ق".repeat(5_000_000));
    repeat(monsters.resolve("2-lines.txt"), "قصف\n", 1_000_000);
    repeat(monsters.resolve("3-marks.txt"), "قصف\u064B\u0651\u0301", 600_000);
    repeat(monsters.resolve("4-line.jsonl"), "{\"id\":\"x\",\"text\":\"قصف ", 200_000);
    repeat(monsters.resolve("5-nested.html"), "<div><b><table>", 200_000);
    repeat(monsters.resolve("6-brackets.jsonl"), "{\"a\":[", 100_000);
    Files.writeString(monsters.resolve("7-good.txt"), whole.getFirst());
    Path out = folder.resolve("out");
    Process process = Program.start(List.of("-Xmx512m"), out, "extract", monsters.toString());
    assertThat(process.waitFor(15, TimeUnit.MINUTES)).as("ends in time").isTrue();
    assertThat(process.exitValue()).as("problems, but an end").isEqualTo(1);
    assertThat(Files.readString(out)).contains("7-good.txt");
  }

  @Test
  @Tag("slow")
  void longTextsOfEveryFamilyAreReadTogetherInHalfAGigabyte() throws Exception {
    Path longest = Files.createDirectories(folder.resolve("longest"));
    AdversarialTexts.families(PIPELINE.knowledge())
        .forEach(
            (name, text) -> {
              int unit = Math.max(1, text.apply(100).length() / 100);
              write(longest.resolve(name + ".txt"), text.apply(100_000 / unit));
            });
    Process process =
        Program.start(List.of("-Xmx512m"), folder.resolve("out"), "extract", longest.toString());
    assertThat(process.waitFor(20, TimeUnit.MINUTES)).as("ends in time").isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void repeat(Path file, String unit, int times) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < times; i++) {
        out.write(unit);
      }
    }
  }
}
