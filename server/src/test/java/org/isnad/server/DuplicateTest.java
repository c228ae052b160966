package org.isnad.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Accounts;
import org.isnad.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Pairs that may be one event: found, told apart, merged, left open, and all of it undone. */
class DuplicateTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());

  @TempDir Path folder;

  private Store store;
  private JobRunner jobs;
  private IsnadServer server;

  @BeforeEach
  void start() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    write(
        texts,
        "one",
        "قتل شخصان وأصيب ثلاثة بانفجار سيارة مفخخة في بعقوبة يوم 4 آذار 2026، بحسب الشرطة.");
    write(
        texts,
        "two",
        "قتل ثلاثون شخصا وأصيب ستون آخرون بانفجار سيارة مفخخة في بعقوبة يوم 4 آذار 2026، وفق الأهالي.");
    write(texts, "three", "اختطف مسلحون مهندسا في كركوك يوم 4 آذار 2026، وفق ما قالت أسرته.");
    store = Store.create(folder.resolve("data"));
    new Run(PIPELINE, 1, Progress.SILENT, Clock.systemUTC()).run(List.of(texts), null, store);
    Workspace workspace =
        Workspace.of(store, PIPELINE, folder.resolve("data"), Clock.systemUTC(), 1);
    jobs = JobRunner.of(workspace);
    server =
        IsnadServer.start(
            Routes.of(workspace, new Accounts(store, Clock.systemUTC()), jobs),
            Identities.local("tester"),
            new ServerOptions(ServerOptions.LOOPBACK, 0));
  }

  @AfterEach
  void stop() {
    server.close();
    jobs.close();
    store.close();
  }

  @Test
  void twoBombingsOfOneDayAndTownAreAPairWithReasonsForAndAgainst() throws Exception {
    JsonNode pair = only("open");
    assertThat(ids(pair)).isEqualTo(bombings());
    List<String> findings =
        pair.path("findings")
            .valueStream()
            .map(f -> f.path("aspect").asString() + " " + f.path("kind").asString())
            .toList();
    assertThat(findings).contains("time same", "place same", "type same", "killed far");
    assertThat(get("duplicates?type=abduction").path("items").isEmpty()).isTrue();
    assertThat(get("duplicates?incident=" + bombings().getFirst()).path("items").size())
        .isEqualTo(1);
  }

  @Test
  void aPairThatIsKeptApartStaysSoWhenReportsAreLinkedAnew() throws Exception {
    String decision = post("separations", incidents(bombings())).path("id").asString();
    assertThat(get("duplicates").path("items").isEmpty()).isTrue();
    assertThat(only("apart").path("decision").asString()).isEqualTo(decision);
    new Run(PIPELINE, 1, Progress.SILENT, Clock.systemUTC()).rerun(store);
    assertThat(only("apart").path("decision").asString()).isEqualTo(decision);
    decide(
        bombings().getFirst(),
        "{\"kind\":\"undo\",\"decision\":\"" + decision + "\",\"reason\":\"\"}");
    assertThat(only("open").path("decision").isNull()).isTrue();
  }

  @Test
  void aPairThatSomebodyWasNotSureOfIsListedApart() throws Exception {
    List<String> pair = bombings();
    decide(pair.getFirst(), "{\"kind\":\"unsure\",\"reason\":\"= " + pair.getLast() + "\"}");
    assertThat(get("duplicates").path("items").isEmpty()).isTrue();
    JsonNode unsure = only("unsure");
    assertThat(ids(unsure)).isEqualTo(pair);
    assertThat(get("duplicates").path("counts").path("unsure").asInt()).isEqualTo(1);
  }

  @Test
  void aMergedPairIsGoneAndComesBackWhenItIsUndone() throws Exception {
    List<String> pair = bombings();
    String decision = post("merges", incidents(pair)).path("id").asString();
    assertThat(get("duplicates").path("items").isEmpty()).isTrue();
    JsonNode left = get("incidents?type=bombing").path("items");
    assertThat(left.size()).isEqualTo(1);
    decide(
        left.get(0).path("id").asString(),
        "{\"kind\":\"undo\",\"decision\":\"" + decision + "\",\"reason\":\"\"}");
    assertThat(ids(only("open"))).isEqualTo(pair);
  }

  @Test
  void pagesShowEveryPairOnce() throws Exception {
    JsonNode page = get("duplicates?limit=1");
    assertThat(page.path("items").size()).isEqualTo(1);
    assertThat(page.path("next").isNull()).isTrue();
  }

  private JsonNode only(String state) throws Exception {
    JsonNode items = get("duplicates?state=" + state).path("items");
    assertThat(items.size()).as(state).isEqualTo(1);
    return items.get(0);
  }

  private static List<String> ids(JsonNode pair) {
    return List.of(pair.path("a").path("id").asString(""), pair.path("b").path("id").asString(""));
  }

  private List<String> bombings() throws Exception {
    return get("incidents?type=bombing")
        .path("items")
        .valueStream()
        .map(incident -> incident.path("id").asString(""))
        .toList();
  }

  private static String incidents(List<String> ids) {
    return JSON.writeValueAsString(JSON.createObjectNode().set("incidents", JSON.valueToTree(ids)));
  }

  private void decide(String id, String body) throws Exception {
    int version = get("incidents/" + id).path("version").asInt();
    post("incidents/" + id + "/decisions", body, "If-Match", "\"v" + version + "\"");
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(send(request(path)));
  }

  private JsonNode post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    return JSON.readTree(send(headers.length == 0 ? request : request.headers(headers)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + server.port() + "/api/v1/" + path));
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
      return answer.body();
    }
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".txt"), text);
  }
}
