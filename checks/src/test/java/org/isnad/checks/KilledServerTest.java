package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isnad.store.IncidentFilter;
import org.isnad.store.Jobs;
import org.isnad.store.Store;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle of imports loses nothing that it had acknowledged. */
@Tag("slow")
class KilledServerTest {

  private static final int KILLS = 8;
  private static final int ARTICLES = 300;
  private static final Path PROGRAM = Repository.root().resolve("cli/target/dist/isnad-cli.jar");
  private static final Pattern ADDRESS = Pattern.compile("serving at (http://localhost:\\d+)/");
  private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  private record Running(Process process, String address) {}

  @Test
  void itsJobIsInterruptedAndDoneWhenItIsStartedAgain() throws Exception {
    Assumptions.assumeTrue(Files.exists(PROGRAM), "the program has not been packaged");
    Path articles = articles();
    Path whole = folder.resolve("whole");
    Running undisturbed = serve(whole);
    send(undisturbed, articles);
    assertThat(end(undisturbed)).isEqualTo("done");
    undisturbed.process().destroyForcibly().waitFor();
    Random random = new Random(11);
    Path data = folder.resolve("data");
    int interrupted = 0;
    Running server = serve(data);
    send(server, articles);
    for (int kill = 0; kill < KILLS; kill++) {
      Thread.sleep(random.nextLong(1500));
      server.process().destroyForcibly().waitFor();
      server = serve(data);
      String state = state(server);
      assertThat(Set.of("interrupted", "done")).contains(state);
      if (state.equals("interrupted")) {
        interrupted++;
        assertThat(post(server, "jobs/j000001/start", BodyPublishers.noBody()).statusCode())
            .isEqualTo(202);
      }
    }
    assertThat(end(server)).isEqualTo("done");
    server.process().destroyForcibly().waitFor();
    System.out.println(interrupted + " of " + KILLS + " kills interrupted the job");
    try (Store first = Store.open(whole);
        Store second = Store.open(data)) {
      assertThat(second.articleCount()).isEqualTo(first.articleCount());
      assertThat(second.incidents(IncidentFilter.STANDING, null, 10_000))
          .extracting(incident -> incident.json())
          .isEqualTo(
              first.incidents(IncidentFilter.STANDING, null, 10_000).stream()
                  .map(incident -> incident.json())
                  .toList());
      assertThat(second.jobs().one("j000001").orElseThrow().state()).isEqualTo(Jobs.State.DONE);
    }
    client.close();
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

  private static Running serve(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                PROGRAM.toString(),
                "org.isnad.cli.Isnad",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new Running(process, address.group(1));
      }
    }
    throw new AssertionError("the server does not start: " + said);
  }

  private void send(Running server, Path file) throws Exception {
    assertThat(
            post(server, "imports?name=articles.jsonl", BodyPublishers.ofFile(file)).statusCode())
        .isEqualTo(202);
  }

  private HttpResponse<String> post(Running server, String path, HttpRequest.BodyPublisher body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/" + path)).POST(body).build(),
        BodyHandlers.ofString());
  }

  private String state(Running server) throws Exception {
    String job =
        client
            .send(
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/jobs/j000001"))
                    .build(),
                BodyHandlers.ofString())
            .body();
    Matcher state = STATE.matcher(job);
    assertThat(state.find()).as(job).isTrue();
    return state.group(1);
  }

  private String end(Running server) throws Exception {
    String state = state(server);
    while (state.equals("waiting") || state.equals("running")) {
      Thread.sleep(100);
      state = state(server);
    }
    return state;
  }
}
