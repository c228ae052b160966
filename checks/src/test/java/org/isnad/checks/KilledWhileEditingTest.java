package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.store.Store;
import org.isnad.store.StoreFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/** A server that is killed while somebody edits: what it acknowledged is there, and there once. */
@Tag("slow")
class KilledWhileEditingTest {

  /** Few enough for CI. More with {@code -Disnad.kills=N}. */
  private static final int KILLS = Integer.getInteger("isnad.kills", 8);

  private static final int KILLS_PER_STORE = 8;
  private static final int ARTICLES = 160;

  /** From the first edit to the kill, in milliseconds; an edit takes some five to fifty. */
  private static final int LONGEST_LIFE = 3000;

  /** All but merged: what was rejected may be accepted again. */
  private static final String STANDING = "suggested,in-review,approved,published,retracted";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final Random random = new Random(13 + Kills.ROUND);
  private final Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
  private Path filled = Path.of("");
  private int requests;

  /** A request that can be sent again as it was. */
  private record Edit(String mark, String path, String body, String version) {

    HttpResponse<String> send(ServeProcess server) throws IOException, InterruptedException {
      return version.isEmpty()
          ? server.post(path, BodyPublishers.ofString(body), "Idempotency-Key", mark)
          : server.post(
              path, BodyPublishers.ofString(body), "Idempotency-Key", mark, "If-Match", version);
    }
  }

  /** The ids under which edits were acknowledged, and the one to which no answer came. */
  private static final class Session {
    private final Map<String, String> acknowledged = new TreeMap<>();
    private @Nullable Edit open;
    private int repeatedAnswers;
    private int repeatedRefusals;
  }

  @BeforeEach
  void fill() throws IOException {
    Path input = SampleArticles.write(folder.resolve("articles.jsonl"), ARTICLES);
    filled = folder.resolve("filled");
    try (Store store = Store.create(filled)) {
      new Run(pipeline, 2, Progress.SILENT, Clock.systemUTC()).run(List.of(input), null, store);
    }
  }

  @Test
  void everyAcknowledgedEditIsThereOnce() throws Exception {
    int kills = 0;
    int edits = 0;
    int answers = 0;
    int refusals = 0;
    for (int number = 0; kills < KILLS; number++) {
      Path data = Files.createDirectories(folder.resolve("data" + number));
      Files.copy(filled.resolve(Store.FILE), data.resolve(Store.FILE));
      Session session = new Session();
      for (int n = 0; n < KILLS_PER_STORE && kills < KILLS; n++, kills++) {
        try (ServeProcess server = ServeProcess.of(data)) {
          again(server, session, data);
          editUntilKilled(server, session);
        }
        check(data, session);
      }
      awaitLinked(data);
      edits += session.acknowledged.size();
      answers += session.repeatedAnswers;
      refusals += session.repeatedRefusals;
    }
    System.out.printf(
        "serve with edits: %d kills, %d edits acknowledged; of those left open %d had been taken"
            + " down and were answered when sent again, %d had not been%n",
        kills, edits, answers, refusals);
    assertThat(edits).isPositive();
  }

  /**
   * Sends the edit again that was not answered. It is answered as it would have been, or it was not
   * taken down: the server then waits some minutes, as another server might be at work on it.
   */
  private static void again(ServeProcess server, Session session, Path data) throws Exception {
    Edit open = session.open;
    if (open == null) {
      return;
    }
    session.open = null;
    HttpResponse<String> answer = open.send(server);
    if (answer.statusCode() == 201) {
      session.acknowledged.put(open.mark(), id(answer));
      session.repeatedAnswers++;
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
      assertThat(answer.body()).contains("still-running");
      assertThat(reasons(data)).as("taken down, but not known").doesNotContain(open.mark());
      session.repeatedRefusals++;
    }
  }

  private void editUntilKilled(ServeProcess server, Session session) throws Exception {
    Thread killer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Thread.sleep(random.nextLong(LONGEST_LIFE));
                    server.kill();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    try {
      while (true) {
        Edit edit = edit(server);
        session.open = edit;
        HttpResponse<String> answer = edit.send(server);
        session.open = null;
        if (answer.statusCode() == 201) {
          session.acknowledged.put(edit.mark(), id(answer));
        } else {
          assertThat(answer.statusCode()).as(answer.body()).isIn(409, 412);
        }
      }
    } catch (IOException e) {
      killer.join();
    }
  }

  /**
   * One of the edits that a team makes, of an incident or two by chance. Rejected ones are among
   * them: a store of which everything was rejected goes on with those.
   */
  private Edit edit(ServeProcess server) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    HttpResponse<String> page = server.get("incidents?limit=100&status=" + STANDING);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    JSON.readTree(page.body()).path("items").forEach(item -> ids.add(item.path("id").asString("")));
    assertThat(ids).as(page.body()).isNotEmpty();
    String id = ids.get(random.nextInt(ids.size()));
    String other = ids.get(random.nextInt(ids.size()));
    String mark = "mark " + requests++;
    String reason = ",\"reason\":\"" + mark + "\"}";
    int kind = random.nextInt(8);
    if (kind >= 6 && !id.equals(other)) {
      String two = "{\"incidents\":[\"" + id + "\",\"" + other + "\"]" + reason;
      return new Edit(mark, kind == 6 ? "merges" : "separations", two, "");
    }
    String version = server.get("incidents/" + id).headers().firstValue("ETag").orElse("");
    String body =
        switch (kind) {
          case 0 -> "{\"kind\":\"accept\"" + reason;
          case 1 -> "{\"kind\":\"reject\"" + reason;
          case 2 -> "{\"kind\":\"unsure\"" + reason;
          case 3 -> "{\"kind\":\"edit\",\"slot\":\"killed\",\"value\":\"7\"" + reason;
          default -> "{\"kind\":\"comment\"" + reason;
        };
    return new Edit(mark, "incidents/" + id + "/decisions", body, version);
  }

  private static String id(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).path("id").asString("");
  }

  private static List<String> reasons(Path data) {
    try (Store store = Store.open(data)) {
      return store.decisions().stream().map(stored -> stored.decision().reason()).toList();
    }
  }

  /** What was taken down shows without anybody running anything, once a server is there again. */
  private void awaitLinked(Path data) throws Exception {
    try (ServeProcess server = ServeProcess.of(data);
        Store store = Store.open(data)) {
      long start = System.nanoTime();
      while (store.isBehind(pipeline.version())) {
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MINUTES.toNanos(5));
        Thread.sleep(50);
      }
      assertThat(server.get("incidents").statusCode()).isEqualTo(200);
      assertThat(store.isLinked(pipeline.version())).isTrue();
    }
  }

  private static void check(Path data, Session session) {
    assertThat(new StoreFile(data).damages()).isEmpty();
    Map<String, String> marks = new TreeMap<>();
    try (Store store = Store.open(data)) {
      store
          .decisions()
          .forEach(
              stored ->
                  assertThat(marks.put(stored.decision().reason(), stored.decision().id()))
                      .as("twice: " + stored)
                      .isNull());
    }
    assertThat(marks).containsAllEntriesOf(session.acknowledged);
    Set<String> more = new HashSet<>(marks.keySet());
    more.removeAll(session.acknowledged.keySet());
    Edit open = session.open;
    assertThat(more).isSubsetOf(open == null ? Set.of() : Set.of(open.mark()));
  }
}
