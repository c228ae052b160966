package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Jobs;
import org.isnad.store.Store;
import org.isnad.store.StoreFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle of imports loses nothing that it had acknowledged. */
@Tag("slow")
class KilledServerTest {

  /** Few enough for CI. More with {@code -Disnad.kills=N}. */
  private static final int KILLS = Integer.getInteger("isnad.kills", 8);

  /** Kills before an import is let alone: so later moments are reached too. */
  private static final int KILLS_PER_STORE = 4;

  private static final int ARTICLES = 300;
  private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");

  @TempDir Path folder;

  @Test
  void itsJobIsInterruptedAndDoneWhenItIsStartedAgain() throws Exception {
    Path articles = articles();
    Path whole = folder.resolve("whole");
    long start = System.nanoTime();
    try (ServeProcess undisturbed = ServeProcess.of(whole)) {
      send(undisturbed, articles);
      assertThat(end(undisturbed)).isEqualTo("done");
    }
    Random random = new Random(11 + Kills.ROUND);
    long life = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    int interrupted = 0;
    int tried = 0;
    for (int number = 0; interrupted < KILLS && tried < 4 * KILLS + 10; number++) {
      Path data = folder.resolve("data" + number);
      ServeProcess server = ServeProcess.of(data);
      send(server, articles);
      for (int kill = 0; kill < KILLS_PER_STORE && state(server).equals("running"); kill++) {
        Thread.sleep(random.nextLong(life));
        server.close();
        tried++;
        server = ServeProcess.of(data);
        String state = state(server);
        assertThat(Set.of("interrupted", "done")).contains(state);
        if (state.equals("interrupted")) {
          interrupted++;
          assertThat(server.post("jobs/j000001/start", BodyPublishers.noBody()).statusCode())
              .isEqualTo(202);
        }
      }
      assertThat(end(server)).isEqualTo("done");
      server.close();
      agree(whole, data);
    }
    System.out.println("serve: " + interrupted + " of " + tried + " kills interrupted the job");
    assertThat(interrupted).isPositive();
  }

  @Test
  void aSecondServerLeavesTheJobOfTheFirstAlone() throws Exception {
    Path data = folder.resolve("shared");
    try (ServeProcess first = ServeProcess.of(data)) {
      send(first, articles());
      try (ServeProcess second = ServeProcess.of(data)) {
        assertThat(state(second)).isIn("running", "done");
        assertThat(end(second)).isEqualTo("done");
      }
      assertThat(state(first)).isEqualTo("done");
    }
  }

  private static void agree(Path whole, Path data) {
    try (Store first = Store.open(whole);
        Store second = Store.open(data)) {
      assertThat(new StoreFile(data).damages()).isEmpty();
      assertThat(second.articleCount()).isEqualTo(first.articleCount());
      assertThat(second.incidents(IncidentFilter.STANDING, null, 10_000))
          .extracting(IncidentRecord::json)
          .isEqualTo(
              first.incidents(IncidentFilter.STANDING, null, 10_000).stream()
                  .map(IncidentRecord::json)
                  .toList());
      assertThat(second.jobs().one("j000001").orElseThrow().state()).isEqualTo(Jobs.State.DONE);
    }
  }

  private Path articles() throws IOException {
    Path file = folder.resolve("articles.jsonl");
    String text =
        Files.readString(Repository.root().resolve("samples/04-market-bomb-first.txt"))
            .strip()
            .replace("\"", "\\\"")
            .replace("\n", "\\n");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int n = 0; n < ARTICLES; n++) {
        out.write(
            "{\"id\":\"a%d\",\"outlet\":\"outlet %d\",\"published\":\"2026-03-%02d\",\"text\":\"%d %s\"}\n"
                .formatted(n, n % 30, 1 + n % 28, n, text));
      }
    }
    return file;
  }

  private void send(ServeProcess server, Path file) throws Exception {
    assertThat(server.post("imports?name=articles.jsonl", BodyPublishers.ofFile(file)).statusCode())
        .isEqualTo(202);
  }

  private String state(ServeProcess server) throws Exception {
    String job = server.get("jobs/j000001").body();
    Matcher state = STATE.matcher(job);
    assertThat(state.find()).as(job).isTrue();
    return state.group(1);
  }

  private String end(ServeProcess server) throws Exception {
    String state = state(server);
    while (state.equals("waiting") || state.equals("running")) {
      Thread.sleep(100);
      state = state(server);
    }
    return state;
  }
}
