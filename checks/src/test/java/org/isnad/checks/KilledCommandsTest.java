package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;
import org.isnad.store.StoreFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading anew, watching and exporting, killed at random moments. */
@Tag("slow")
class KilledCommandsTest {

  /** Of each command; few enough for CI. More with {@code -Disnad.kills=N}. */
  private static final int KILLS = Integer.getInteger("isnad.kills", 8);

  private static final int KILLS_PER_STORE = 4;
  private static final int ARTICLES = 160;
  private static final int STORIES = 16;

  @TempDir Path folder;

  @Test
  void afterAKilledRerunTheResultsAreThoseBeforeOrThoseAfter() throws Exception {
    Path older = folder.resolve("older");
    fill(older, new Pipeline(ArabicKnowledge.load(olderKnowledge())));
    List<String> before = incidents(older);
    Path whole = copy(older, "whole");
    long start = System.nanoTime();
    assertThat(start("rerun", "--data", whole.toString()).waitFor()).isZero();
    Kills kills = new Kills(3, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    List<String> after = incidents(whole);
    assertThat(after).isNotEqualTo(before);
    List<String> rows = StoredRows.of(whole);
    for (int number = 0; !kills.suffice(KILLS); number++) {
      Path data = copy(older, "rerun" + number);
      for (int n = 0; n < KILLS_PER_STORE; n++) {
        kills.kill(start("rerun", "--data", data.toString()));
        assertThat(new StoreFile(data).damages()).isEmpty();
        assertThat(incidents(data)).isIn(before, after);
      }
      assertThat(start("rerun", "--data", data.toString()).waitFor()).isZero();
      assertThat(StoredRows.difference(rows, StoredRows.of(data))).as("store %d", number).isEmpty();
    }
    System.out.println("rerun: " + kills);
    assertThat(kills.killed()).isPositive();
  }

  @Test
  void aKilledWatchLosesNoStoryAndAsksForNoneTwiceThatIsStored() throws Exception {
    try (FeedServer server = new FeedServer(STORIES)) {
      long start = System.nanoTime();
      Path whole = folder.resolve("whole");
      assertThat(watch(server, whole).waitFor()).isZero();
      Kills kills = new Kills(5, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      Map<String, String> articles = articles(whole);
      List<String> incidents = incidents(whole);
      assertThat(articles).hasSize(STORIES);
      assertThat(incidents).isNotEmpty();
      for (int number = 0; !kills.suffice(KILLS); number++) {
        Path data = folder.resolve("watch" + number);
        server.forget();
        int killed = kills.killed();
        for (int n = 0; n < KILLS_PER_STORE; n++) {
          Set<String> stored = stored(data);
          server.forgetAll(stored);
          kills.kill(watch(server, data));
          assertThat(server.asked().keySet()).as("stored before").noneMatch(stored::contains);
        }
        assertThat(watch(server, data).waitFor()).isZero();
        assertThat(articles(data)).as("store %d", number).isEqualTo(articles);
        assertThat(incidents(data)).as("store %d", number).isEqualTo(incidents);
        assertThat(kills.killed() - killed).isBetween(0, KILLS_PER_STORE);
      }
      System.out.println("watch: " + kills);
      assertThat(kills.killed()).isPositive();
    }
  }

  @Test
  void aKilledExportLeavesTheOldFileOrTheWholeNewOne() throws Exception {
    Path data = folder.resolve("data");
    fill(data, new Pipeline(ArabicKnowledge.load()));
    for (String format : List.of("csv", "geojson", "jsonl")) {
      Path place = Files.createDirectories(folder.resolve("in-" + format)).resolve("out." + format);
      long start = System.nanoTime();
      assertThat(export(data, format, place).waitFor()).isZero();
      Kills kills = new Kills(7, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      Map<String, String> whole = files(place.getParent());
      assertThat(whole).hasSize(5);
      while (!kills.suffice((KILLS + 2) / 3)) {
        whole.keySet().forEach(name -> write(place.resolveSibling(name), "old"));
        Process process = export(data, format, place);
        // Most of its life such a process starts; half of the kills wait until it writes.
        for (int n = 0; kills.killed() % 2 == 0 && n < 60_000 && process.isAlive(); n++) {
          if (isWriting(place.getParent())) {
            break;
          }
          Thread.sleep(1);
        }
        kills.kill(process);
        files(place.getParent())
            .forEach((name, text) -> assertThat(text).as(name).isIn("old", whole.get(name)));
      }
      System.out.println("export of " + format + ": " + kills);
      aDayLater(place.getParent());
      assertThat(export(data, format, place).waitFor()).isZero();
      assertThat(files(place.getParent())).isEqualTo(whole);
      assertThat(isWriting(place.getParent())).as("what the killed ones left is gone").isFalse();
    }
  }

  private Process start(String... command) throws IOException {
    return Program.start(List.of(), folder.resolve("out"), command);
  }

  private Process watch(FeedServer server, Path data) throws IOException {
    return start(
        "watch",
        server.feed(),
        "--once",
        "--delay",
        "0",
        "--allow-host",
        "127.0.0.1",
        "--data",
        data.toString());
  }

  private Process export(Path data, String format, Path place) throws IOException {
    return start(
        "export",
        "--format",
        format,
        "--companions",
        "-o",
        place.toString(),
        "--data",
        data.toString());
  }

  private void fill(Path data, Pipeline pipeline) throws IOException {
    Path input = SampleArticles.write(folder.resolve("articles.jsonl"), ARTICLES);
    try (Store store = Store.create(data)) {
      new Run(pipeline, 2, Progress.SILENT, Clock.systemUTC()).run(List.of(input), null, store);
    }
  }

  /** The knowledge, but for the words for car bombs. */
  private Path olderKnowledge() throws IOException {
    Path built = Repository.root().resolve("arabic/src/main/resources/org/isnad/arabic");
    Path own = folder.resolve("knowledge");
    try (Stream<Path> files = Files.walk(built)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = own.resolve(built.relativize(file).toString());
        Files.createDirectories(to.getParent());
        List<String> lines = Files.readAllLines(file);
        boolean weapons = file.endsWith("weapon/weapons.tsv");
        Files.write(
            to, lines.stream().filter(l -> !(weapons && l.startsWith("car-bomb"))).toList());
      }
    }
    return own;
  }

  private Path copy(Path store, String name) throws IOException {
    Path to = Files.createDirectories(folder.resolve(name));
    return Files.copy(store.resolve(Store.FILE), to.resolve(Store.FILE)).getParent();
  }

  private static List<String> incidents(Path data) {
    try (Store store = Store.open(data)) {
      return store.incidents(IncidentFilter.STANDING, null, Integer.MAX_VALUE).stream()
          .map(IncidentRecord::json)
          .toList();
    }
  }

  /** Texts by address. */
  private static Map<String, String> articles(Path data) {
    Map<String, String> articles = new TreeMap<>();
    try (Store store = Store.open(data)) {
      for (Article article : store.articles()) {
        assertThat(articles.put(String.valueOf(article.url()), article.text())).isNull();
      }
    }
    return articles;
  }

  /** Addresses of what is stored and noted as done, so that it must not be asked for again. */
  private static Set<String> stored(Path data) throws IOException {
    Path seen = data.resolve("watch-seen.txt");
    if (!Files.exists(seen)) {
      return Set.of();
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(seen));
    assertThat(lines).as("what is noted is stored").isSubsetOf(articles(data).keySet());
    return Set.copyOf(lines);
  }

  /** The files of a folder by name, but not what is only a part. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !isPart(f)).toList()) {
        all.put(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }

  private static void aDayLater(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
      }
    }
  }

  private static boolean isWriting(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(KilledCommandsTest::isPart);
    }
  }

  private static boolean isPart(Path file) {
    return file.getFileName().toString().endsWith(".part");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
