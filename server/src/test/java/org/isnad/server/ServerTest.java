package org.isnad.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Identity;
import org.isnad.server.people.Role;
import org.isnad.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static Store store;
  private static Routes routes;
  private static JobRunner jobs;
  private static IsnadServer server;

  @BeforeAll
  static void start() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(
        texts.resolve("one.txt"),
        "قتل ثلاثة أشخاص وأصيب خمسة آخرون بانفجار سيارة مفخخة في بعقوبة يوم 4 آذار 2026، بحسب الشرطة.");
    Files.writeString(
        texts.resolve("two.txt"),
        "اختطف مسلحون مهندسا في كركوك يوم 7 آذار 2026، وفق ما قالت أسرته.");
    store = Store.create(folder.resolve("data"));
    Pipeline pipeline = new Pipeline(ArabicKnowledge.load());
    Run run = new Run(pipeline, 1, Progress.SILENT, Clock.systemUTC());
    run.run(List.of(texts), null, store);
    Workspace workspace =
        Workspace.of(store, pipeline, folder.resolve("data"), Clock.systemUTC(), 1);
    jobs = JobRunner.of(workspace);
    routes = Routes.of(workspace, new Accounts(store, Clock.systemUTC()), jobs);
    server =
        IsnadServer.start(
            routes, Identities.local("tester"), new ServerOptions(ServerOptions.LOOPBACK, 0));
  }

  @AfterAll
  static void stop() {
    server.close();
    jobs.close();
    store.close();
  }

  @Test
  void listsIncidentsWithCounts() throws Exception {
    JsonNode page = json(get("/api/v1/incidents"));
    assertThat(page.path("counts").path("total").asInt()).isEqualTo(2);
    assertThat(page.path("items").size()).isEqualTo(2);
    assertThat(page.path("next").isNull()).isTrue();
  }

  @Test
  void filtersByOverlapOfDays() throws Exception {
    JsonNode page = json(get("/api/v1/incidents?from=2026-03-05&to=2026-03-10"));
    assertThat(page.path("items").size()).isEqualTo(1);
    assertThat(page.path("items").get(0).path("type").asString()).isEqualTo("abduction");
  }

  @Test
  void takesArabicDigitsInFilters() throws Exception {
    assertThat(json(get("/api/v1/incidents?killed_min=%D9%A3")).path("items").size()).isEqualTo(1);
  }

  @Test
  void pagesShowEveryIncidentOnce() throws Exception {
    JsonNode first = json(get("/api/v1/incidents?limit=1"));
    JsonNode second =
        json(get("/api/v1/incidents?limit=1&cursor=" + first.path("next").asString()));
    assertThat(first.path("items").get(0).path("id"))
        .isNotEqualTo(second.path("items").get(0).path("id"));
    assertThat(second.path("next").isNull()).isTrue();
  }

  @Test
  void refusesAFilterThatItDoesNotKnow() throws Exception {
    HttpResponse<String> answer = get("/api/v1/incidents?contry=IQ");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json(answer).path("errors").get(0).path("pointer").asString()).isEqualTo("?contry");
  }

  @Test
  void oneIncidentHasItsClaims() throws Exception {
    String id =
        json(get("/api/v1/incidents?type=abduction")).path("items").get(0).path("id").asString();
    JsonNode incident = json(get("/api/v1/incidents/" + id));
    assertThat(incident.path("detail").path("type").path("claims").size()).isPositive();
    assertThat(json(get("/api/v1/incidents/" + id + "/claims")).path("slots").has("place"))
        .isTrue();
    assertThat(json(get("/api/v1/incidents/" + id + "/history")).path("changes").size())
        .isPositive();
    JsonNode source = incident.path("articles").get(0);
    assertThat(source.path("hash"))
        .isEqualTo(json(get("/api/v1/articles/" + source.path("id").asString())).path("hash"));
  }

  @Test
  void anUnchangedAnswerIsNotSentTwice() throws Exception {
    HttpResponse<String> first = get("/api/v1/incidents");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = send(request("/api/v1/incidents").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void anUnknownIncidentIsAProblem() throws Exception {
    HttpResponse<String> answer = get("/api/v1/incidents/nosuch");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("request").asString()).isNotEmpty();
  }

  @Test
  void anArticleSlicesToTheWordsOfItsReports() throws Exception {
    JsonNode article = json(get("/api/v1/articles/two.txt"));
    JsonNode cue = article.path("reports").get(0).path("cue");
    String text = article.path("text").asString();
    assertThat(text.substring(cue.get(0).asInt(), cue.get(1).asInt())).startsWith("اختطف");
  }

  @Test
  void everyRouteIsDescribedAndGuarded() throws Exception {
    JsonNode paths = json(get("/api/v1/openapi.json")).path("paths");
    for (Route route : routes.all()) {
      if (route.path().startsWith("/api/") && !route.path().endsWith("openapi.json")) {
        JsonNode operation = paths.path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
        assertThat(operation.path("x-role").asString()).isEqualTo(route.role().id());
      }
    }
  }

  @Test
  void answersHaveTheShapesThatAreDescribed() throws Exception {
    JsonNode schemas = json(get("/api/v1/openapi.json")).path("components").path("schemas");
    for (Route route : routes.all()) {
      String name = route.answer().schema();
      assertThat(name.isEmpty() || schemas.has(name)).as(route.path()).isTrue();
    }
    String id = shooting();
    fits(schemas, "IncidentPage", "/api/v1/incidents");
    fits(schemas, "Session", "/api/v1/session");
    fits(schemas, "History", "/api/v1/incidents/" + id + "/history");
    fits(schemas, "Candidates", "/api/v1/incidents/" + id + "/candidates");
    fits(schemas, "ArticlePage", "/api/v1/articles");
    fits(schemas, "Article", "/api/v1/articles/two.txt");
    fits(schemas, "Changes", "/api/v1/changes");
    fits(schemas, "JobPage", "/api/v1/jobs");
    fits(schemas, "AuditPage", "/api/v1/audit");
    fits(schemas, "Health", "/api/v1/health");
    fits(schemas, "ReportPage", "/api/v1/reports");
    fits(schemas, "ClaimPage", "/api/v1/claims");
    fits(schemas, "Vocabularies", "/api/v1/vocabularies");
    JsonNode row = json(get("/api/v1/incidents")).path("items").get(0);
    assertThat(schemas.path("IncidentRow").path("properties").propertyNames())
        .containsAll(row.propertyNames());
  }

  @Test
  void reportsAndClaimsAreThoseOfTheIncidentsUnderTheFilters() throws Exception {
    JsonNode all = json(get("/api/v1/reports")).path("items");
    assertThat(all.size()).isEqualTo(2);
    JsonNode report = json(get("/api/v1/reports?type=abduction")).path("items").get(0);
    assertThat(report.path("article").asString()).isEqualTo("two.txt");
    assertThat(report.path("type").asString()).isEqualTo("abduction");
    JsonNode first = json(get("/api/v1/reports?limit=1"));
    JsonNode second = json(get("/api/v1/reports?limit=1&cursor=" + first.path("next").asString()));
    assertThat(first.path("items").get(0)).isEqualTo(all.get(0));
    assertThat(second.path("items").get(0)).isEqualTo(all.get(1));
    JsonNode claims = json(get("/api/v1/claims?type=abduction&field=type")).path("items");
    assertThat(claims.size()).isEqualTo(1);
    assertThat(claims.get(0).path("incident")).isEqualTo(report.path("incident"));
    assertThat(claims.get(0).path("value").asString()).isEqualTo("abduction");
    assertThat(claims.get(0).path("chosen").asBoolean()).isTrue();
    assertThat(claims.get(0).path("testimonies").get(0).path("article").asString())
        .isEqualTo("two.txt");
    assertThat(get("/api/v1/claims?field=nosuch").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/reports?sort=id").statusCode()).isEqualTo(400);
  }

  @Test
  void claimsOnPagesAreAllClaimsOnce() throws Exception {
    JsonNode all = json(get("/api/v1/claims")).path("items");
    JsonNode first = json(get("/api/v1/claims?limit=1"));
    JsonNode second = json(get("/api/v1/claims?limit=1&cursor=" + first.path("next").asString()));
    assertThat(first.path("items").size() + second.path("items").size()).isEqualTo(all.size());
    assertThat(second.path("next").isNull()).isTrue();
    long rows = get("/api/v1/claims.csv").body().lines().count() - 1;
    assertThat(rows).isGreaterThanOrEqualTo(all.size());
  }

  @Test
  void vocabulariesSayWhatValuesCanBe() throws Exception {
    JsonNode words = json(get("/api/v1/vocabularies"));
    for (String list : List.of("type", "weapon", "outcome", "place_prec", "firm", "speaker")) {
      assertThat(words.path(list).size()).as(list).isPositive();
    }
    assertThat(words.path("type").valueStream().map(JsonNode::asString)).contains("abduction");
    assertThat(words.path("countries").valueStream().map(c -> c.path("id").asString()))
        .contains("IQ", "YE", "SD");
    assertThat(words.path("parties").size()).isGreaterThan(50);
    HttpResponse<String> first = get("/api/v1/vocabularies");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(send(request("/api/v1/vocabularies").header("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
  }

  @Test
  void schemasArePublishedUnderTheirVersions() throws Exception {
    for (String of : List.of("incident", "incident-row", "extract")) {
      JsonNode schema = json(get("/api/v1/schema/1?of=" + of));
      assertThat(schema.path("$id").asString()).isEqualTo("urn:isnad:" + of + ":1");
      assertThat(schema.path("$schema").asString()).contains("2020-12");
    }
    assertThat(get("/api/v1/schema/99").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/schema/1?of=nosuch").statusCode()).isEqualTo(400);
  }

  @Test
  void companionsHoldTheRowsOfTheIncidentsUnderTheFilters() throws Exception {
    assertThat(get("/api/v1/reports.csv").body().lines().count()).isEqualTo(3);
    assertThat(get("/api/v1/reports.csv?type=abduction").body())
        .contains("two.txt")
        .doesNotContain("one.txt");
    assertThat(get("/api/v1/articles.csv?type=abduction").body())
        .startsWith("article_id,")
        .contains("two.txt")
        .doesNotContain("one.txt");
    assertThat(get("/api/v1/changes.csv?type=abduction").body().lines().count()).isEqualTo(2);
    assertThat(get("/api/v1/claims.csv?bom=true").body()).startsWith("\uFEFFincident_id,");
    assertThat(get("/api/v1/claims.csv?hxl=true").statusCode()).isEqualTo(400);
  }

  private static void fits(JsonNode schemas, String name, String path) throws Exception {
    JsonNode schema = schemas.path(name);
    JsonNode answer = json(get(path));
    assertThat(schema.path("properties").propertyNames())
        .as(path)
        .containsAll(answer.propertyNames());
    for (JsonNode required : schema.path("required")) {
      assertThat(answer.has(required.asString())).as(path + " " + required).isTrue();
    }
  }

  @Test
  void aStrangerReadsNothing() throws Exception {
    try (IsnadServer closed =
        IsnadServer.start(
            routes, request -> Identity.NOBODY, new ServerOptions(ServerOptions.LOOPBACK, 0))) {
      for (Route route : routes.all()) {
        HttpRequest.Builder asked =
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:"
                            + closed.port()
                            + route.path().replaceAll("[{<][a-z]+[>}]", "x")))
                .method(route.method(), HttpRequest.BodyPublishers.noBody());
        boolean shut = send(asked).statusCode() == 401;
        assertThat(shut).as(route.path()).isEqualTo(route.role() != Role.ANYBODY);
      }
    }
  }

  @Test
  void aDecisionNeedsTheVersionItWasMadeOn() throws Exception {
    String path = "/api/v1/incidents/" + shooting() + "/decisions";
    String body = "{\"kind\":\"comment\",\"reason\":\"to be looked at\"}";
    assertThat(send(post(path, body)).statusCode()).isEqualTo(428);
    assertThat(send(post(path, body).header("If-Match", "\"v99\"")).statusCode()).isEqualTo(412);
  }

  @Test
  void aDecisionSentTwiceIsTakenOnce() throws Exception {
    String id = shooting();
    String tag = get("/api/v1/incidents/" + id).headers().firstValue("ETag").orElseThrow();
    String path = "/api/v1/incidents/" + id + "/decisions";
    String body =
        "{\"kind\":\"edit\",\"slot\":\"injured\",\"value\":\"7\",\"reason\":\"hospital list\"}";
    HttpRequest.Builder sent =
        post(path, body).header("If-Match", tag).header("Idempotency-Key", "k1");
    HttpResponse<String> first = send(sent);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(send(sent).body()).isEqualTo(first.body());
    JsonNode history = json(get("/api/v1/incidents/" + id + "/history"));
    assertThat(history.path("decisions").size()).isEqualTo(1);
    JsonNode incident = json(get("/api/v1/incidents/" + id));
    assertThat(incident.path("injured").path("best").asInt()).isEqualTo(7);
    assertThat(incident.path("editedFields").get(0).asString()).isEqualTo("injured");
  }

  @Test
  void aMergeOfUnknownIncidentsIsRefused() throws Exception {
    HttpRequest.Builder one =
        post("/api/v1/merges", "{\"incidents\":[\"a\",\"b\"]}").header("Idempotency-Key", "k2");
    assertThat(send(one).statusCode()).isEqualTo(409);
    assertThat(json(send(post("/api/v1/merges", "{"))).path("title").asString()).contains("body");
  }

  @Test
  void aPageOfAnotherOriginMayNotWrite() throws Exception {
    HttpRequest.Builder foreign =
        post("/api/v1/merges", "{}").header("Origin", "https://evil.example");
    assertThat(send(foreign).statusCode()).isEqualTo(403);
  }

  @Test
  void answersToItsOwnNamesOnly() throws IOException {
    assertThat(
            raw(
                "GET /api/v1/incidents HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421");
  }

  @Test
  void aPageHasTheLanguageAndDirectionOfItsAddress() throws Exception {
    assertThat(get("/ar/incidents").body()).contains("<html lang=\"ar\" dir=\"rtl\">");
    assertThat(get("/en/incidents/abc/review").body()).contains("<html lang=\"en\" dir=\"ltr\">");
  }

  @Test
  void filesOutsideThePagesAreNotServed() throws Exception {
    assertThat(get("/assets/app.js").statusCode()).isEqualTo(200);
    assertThat(get("/assets/..%2FPages.class").statusCode()).isBetween(400, 404);
    assertThat(get("/assets/nosuch.js").statusCode()).isEqualTo(404);
  }

  @Test
  void aFileHoldsTheRowsOfTheList() throws Exception {
    String csv = get("/api/v1/incidents.csv?type=abduction").body();
    assertThat(csv.lines().count()).isEqualTo(2);
    assertThat(csv).startsWith("incident_id,version,status");
    assertThat(json(get("/api/v1/incidents.geojson")).path("features").size()).isEqualTo(2);
    assertThat(get("/api/v1/incidents.ndjson").body().lines().count()).isEqualTo(2);
    assertThat(get("/api/v1/incidents.xlsx").body()).startsWith("PK");
  }

  @Test
  void wordsFindIncidentsInEitherLanguage() throws Exception {
    assertThat(json(get("/api/v1/incidents?q=Baqubah")).path("items").size()).isEqualTo(1);
    assertThat(json(get("/api/v1/incidents?q=%D9%83%D8%B1%D9%83%D9%88%D9%83")).path("items").size())
        .isEqualTo(1);
    assertThat(json(get("/api/v1/incidents?q=nosuchword")).path("items").size()).isZero();
  }

  @Test
  void theLastChangesAreAFeed() throws Exception {
    HttpResponse<String> feed = get("/api/v1/changes.atom?limit=1");
    assertThat(feed.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    assertThat(feed.body())
        .startsWith("<?xml")
        .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\">", "/en/incidents/")
        .containsOnlyOnce("<entry>");
    long last = json(get("/api/v1/changes?since=0")).path("since").asLong();
    assertThat(feed.body()).contains("/api/v1/changes#" + last);
    assertThat(get("/api/v1/changes?sicne=0").statusCode()).isEqualTo(400);
  }

  @Test
  void carriesAStrictContentPolicy() throws Exception {
    assertThat(get("/api/v1/health").headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void doesNotListenBeyondThisMachine() {
    ServerOptions everywhere = new ServerOptions("0.0.0.0", 0);
    assertThatThrownBy(() -> IsnadServer.start(routes, Identities.local("tester"), everywhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("accounts");
  }

  private static String shooting() throws Exception {
    return json(get("/api/v1/incidents?killed_min=3")).path("items").get(0).path("id").asString();
  }

  private static HttpRequest.Builder post(String path, String body) {
    return request(path).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
