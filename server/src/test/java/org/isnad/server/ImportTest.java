package org.isnad.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.server.Team.code;
import static org.isnad.server.Team.json;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isnad.store.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files that are sent to the server, and the jobs that read them. */
class ImportTest {

  private static final String BOMB =
      "قتل ثلاثة أشخاص وأصيب خمسة آخرون بانفجار سيارة مفخخة في بعقوبة يوم 4 آذار 2026، بحسب"
          + " الشرطة.";
  private static final String ABDUCTION =
      "اختطف مسلحون مهندسا في كركوك يوم 7 آذار 2026، وفق ما قالت أسرته.";

  @TempDir Path folder;

  private Team team;

  @BeforeEach
  void start() {
    team = Team.over(folder);
  }

  @AfterEach
  void stop() {
    team.close();
  }

  @Test
  void aRawTextBecomesAnArticleWithItsIncident() {
    HttpResponse<String> taken = raw("imports?name=one.txt", BOMB);
    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(taken.headers().firstValue("Location")).contains("/api/v1/jobs/j000001");
    JsonNode job = team.ended("", "j000001");
    assertThat(job.path("state").asString()).isEqualTo("done");
    assertThat(job.path("result").path("added").asInt()).isEqualTo(1);
    assertThat(json(team.get("", "incidents?q=Baqubah")).path("items").size()).isEqualTo(1);
    assertThat(json(team.get("", "articles/one.txt")).path("text").asString()).isEqualTo(BOMB);
  }

  @Test
  void partsAndArchivesAreTakenTogether() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("../../outside.txt"));
      out.write(ABDUCTION.getBytes(StandardCharsets.UTF_8));
    }
    HttpResponse<String> taken =
        parts(
            "imports",
            List.of(
                new Part("one.txt", BOMB.getBytes(StandardCharsets.UTF_8)),
                new Part("more.zip", zip.toByteArray())));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    assertThat(team.ended("", "j000001").path("result").path("added").asInt()).isEqualTo(2);
    assertThat(folder.resolve("outside.txt")).doesNotExist();
    assertThat(folder.resolveSibling("outside.txt")).doesNotExist();
  }

  @Test
  void namesOfFilesLeadNowhereElse() throws IOException {
    List<Part> parts = new ArrayList<>();
    for (String name :
        List.of(
            "../../../evil.txt", "/etc/passwd", "..\\..\\evil.txt", "..", ".hidden", "a:b.txt")) {
      parts.add(new Part(name, ("text of " + name).getBytes(StandardCharsets.UTF_8)));
    }
    HttpResponse<String> taken = parts("imports", parts);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    team.ended("", "j000001");
    Path inside = folder.resolve("imports/j000001");
    try (Stream<Path> files = Files.list(inside)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "evil.txt", "passwd", "evil-2.txt", "article.txt", "hidden", "a_b.txt");
    }
    try (Stream<Path> files = Files.walk(folder.resolve("imports"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(6);
    }
  }

  @Test
  void problemsNameTheFileAndNotWhereTheServerKeepsIt() {
    raw("imports?name=bad.jsonl", "{\"id\": \"a\", \"text\": \"x\"}\n{broken\n");
    JsonNode job = team.ended("", "j000001");
    assertThat(job.path("problemCount").asInt()).isPositive();
    assertThat(job.path("problems").get(0).path("where").asString()).startsWith("bad.jsonl");
    assertThat(job.toString()).doesNotContain(folder.toString());
  }

  @Test
  void aRepeatedRequestStartsOneJobAlsoAfterARestart() {
    HttpResponse<String> first = raw("imports?name=one.txt", BOMB, "Idempotency-Key", "k");
    team.ended("", "j000001");
    assertThat(raw("imports?name=one.txt", BOMB, "Idempotency-Key", "k").body())
        .isEqualTo(first.body());
    team.close();
    team = Team.over(folder);
    assertThat(raw("imports?name=one.txt", BOMB, "Idempotency-Key", "k").body())
        .isEqualTo(first.body());
    assertThat(code(raw("imports?name=one.txt", ABDUCTION, "Idempotency-Key", "k")))
        .isEqualTo("key-reused");
    assertThat(json(team.get("", "jobs")).path("items").size()).isEqualTo(1);
  }

  @Test
  void anEditedTableComesBackAsDecisions() {
    raw("imports?name=one.txt", BOMB);
    team.ended("", "j000001");
    String csv = team.get("", "incidents.csv").body();
    String[] lines = csv.split("\r\n");
    List<String> heads = List.of(lines[0].split(","));
    assertThat(heads).contains("injured_best", "status");
    String[] cells = lines[1].split(",", -1);
    String edited = lines[1].replace("suggested", "approved");
    assertThat(cells[heads.indexOf("status")]).isEqualTo("suggested");
    HttpResponse<String> taken =
        raw("imports?kind=table&name=edited.csv", lines[0] + "\r\n" + edited + "\r\n");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    JsonNode job = team.ended("", json(taken).path("id").asString());
    assertThat(job.path("result").path("decisions").asInt()).as(job.toString()).isEqualTo(1);
    assertThat(json(team.get("", "incidents?status=approved")).path("items").size()).isEqualTo(1);
  }

  @Test
  void aTableThatIsNoneFailsWithTheReason() {
    raw("imports?kind=table&name=edited.csv", "no table");
    JsonNode job = team.ended("", "j000001");
    assertThat(job.path("state").asString()).isEqualTo("failed");
    assertThat(job.path("error").asString()).isNotEmpty().doesNotContain(folder.toString());
    assertThat(team.post("", "jobs/j000001/start", "").statusCode()).isEqualTo(202);
    assertThat(team.ended("", "j000001").path("state").asString()).isEqualTo("failed");
  }

  @Test
  void whatIsNoImportIsRefusedAndLeavesNothing() throws IOException {
    assertThat(code(raw("imports", ""))).isEqualTo("bad-body");
    assertThat(code(raw("imports?kind=other&name=a.txt", "x"))).isEqualTo("bad-parameter");
    assertThat(code(raw("imports?nmae=a.txt", "x"))).isEqualTo("bad-parameter");
    assertThat(code(parts("imports", List.of()))).isEqualTo("bad-body");
    List<Part> many = new ArrayList<>();
    for (int i = 0; i <= ImportApi.MOST_FILES; i++) {
      many.add(new Part("f" + i + ".txt", new byte[] {'x'}));
    }
    HttpResponse<String> refused = parts("imports", many);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
    try (Stream<Path> left = Files.list(folder.resolve("imports"))) {
      assertThat(left).isEmpty();
    }
    assertThat(json(team.get("", "jobs")).path("items").size()).isZero();
  }

  @Test
  void asManyFilesAsAreAllowedAreTaken() throws IOException {
    List<Part> many = new ArrayList<>();
    for (int i = 0; i < ImportApi.MOST_FILES; i++) {
      many.add(new Part("f" + i + ".txt", ("text " + i).getBytes(StandardCharsets.UTF_8)));
    }
    HttpResponse<String> taken = parts("imports", many);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    assertThat(team.ended("", "j000001").path("result").path("added").asInt())
        .isEqualTo(ImportApi.MOST_FILES);
  }

  @Test
  void aJobTooLargeIsRefusedBeforeItIsSent() throws IOException {
    String answer =
        team.raw(
            "POST /api/v1/imports?name=a.txt HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Connection: close\r\n"
                + "Content-Length: "
                + (ImportApi.LARGEST + 1)
                + "\r\n\r\nx");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large");
  }

  @Test
  void eventsTellTheJobItsProgressItsProblemsAndTheEnd() {
    raw("imports?name=bad.jsonl", "{\"id\": \"a\", \"text\": \"" + BOMB + "\"}\n{broken\n");
    String events = team.get("", "jobs/j000001/events").body();
    assertThat(events).startsWith("event: job\ndata: {\"id\":\"j000001\"").endsWith("\n\n");
    List<String> names =
        events.lines().filter(l -> l.startsWith("event: ")).map(l -> l.substring(7)).toList();
    assertThat(names.getLast()).isEqualTo("end");
    assertThat(names).containsOnlyOnce("end");
    assertThat(team.get("", "jobs/j000001/events").body())
        .contains("event: job", "event: end", "\"state\":\"done\"");
    assertThat(team.get("", "jobs/nosuch/events").statusCode()).isEqualTo(404);
  }

  @Test
  void aListenerWhoLeavesFreesItsPlace() throws Exception {
    team.store.jobs().add("j000901", "articles", "tester", "admin", "[]", team.clock.instant());
    List<Socket> listeners = new ArrayList<>();
    raw("imports?name=long.jsonl", manyArticles(120));
    for (int i = 0; i < JobApi.MOST_LISTENERS; i++) {
      listeners.add(listen("j000001"));
    }
    HttpResponse<String> busy = team.get("", "jobs/j000001/events");
    if (json(team.get("", "jobs/j000001")).path("state").asString().equals("running")) {
      assertThat(busy.statusCode()).isEqualTo(503);
      assertThat(busy.headers().firstValue("Retry-After")).isPresent();
    }
    for (Socket listener : listeners) {
      listener.close();
    }
    team.ended("", "j000001");
    int status = 503;
    for (int i = 0; i < 2000 && status == 503; i++) {
      Thread.sleep(50);
      status = team.get("", "jobs/j000001/events").statusCode();
    }
    assertThat(status).isEqualTo(200);
  }

  private static String manyArticles(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> "{\"id\": \"a" + i + "\", \"text\": \"" + BOMB + " " + i + "\"}")
        .collect(Collectors.joining("\n"));
  }

  private Socket listen(String id) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), team.port());
    socket
        .getOutputStream()
        .write(
            ("GET /api/v1/jobs/" + id + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
    return socket;
  }

  @Test
  void aJobThatWasOpenWhenTheServerEndedIsStartedAgainWithoutLoss() throws IOException {
    Path files = Files.createDirectories(folder.resolve("imports/j000001"));
    Files.writeString(files.resolve("one.txt"), BOMB);
    String id = team.store.jobs().nextId();
    team.store.jobs().add(id, "articles", "tester", "admin", "[]", team.clock.instant());
    team.store.jobs().start(id, team.clock.instant());
    team.close();
    team = Team.over(folder);
    JsonNode job = json(team.get("", "jobs/" + id));
    assertThat(job.path("state").asString()).isEqualTo(Jobs.State.INTERRUPTED.id());
    assertThat(team.post("", "jobs/" + id + "/start", "").statusCode()).isEqualTo(202);
    assertThat(team.ended("", id).path("result").path("added").asInt()).isEqualTo(1);
    HttpResponse<String> done = team.post("", "jobs/" + id + "/start", "");
    assertThat(done.statusCode()).isEqualTo(409);
    assertThat(code(done)).isEqualTo("job-state");
  }

  private HttpResponse<String> raw(String path, String body, String... headers) {
    return team.post("", path, body, headers);
  }

  private record Part(String name, byte[] bytes) {}

  private HttpResponse<String> parts(String path, List<Part> parts) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Part part : parts) {
      body.write(
          ("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                  + part.name()
                  + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.write(part.bytes());
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write("--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    return team.send(
        team.request(path)
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }
}
