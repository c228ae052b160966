package org.isnad.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isnad.server.Team.code;
import static org.isnad.server.Team.json;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.isnad.server.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody tries who means no good. */
class HostileTest {

  private static final List<String> INJECTIONS =
      List.of(
          "' OR '1'='1",
          "'; DROP TABLE incidents; --",
          "\" OR 1=1 --",
          ":from",
          "<statuses>",
          "%",
          "\u0000",
          "\u202Eevil",
          "${jndi:ldap://x}",
          "x".repeat(4000));

  @TempDir static Path folder;

  private static Team team;
  private static String admin;

  @BeforeAll
  static void start() {
    team = Team.over(folder).withEveryRole();
    admin = team.signIn("admin");
    team.post(
        admin,
        "imports?name=one.txt",
        "قتل ثلاثة أشخاص بانفجار سيارة مفخخة في بعقوبة يوم 4 آذار 2026، بحسب الشرطة.");
    team.ended(admin, "j000001");
  }

  @AfterAll
  static void stop() {
    team.close();
  }

  @Test
  void filtersAreValuesAndNeverSql() {
    for (String filter : Filters.PARAMETERS.stream().map(Route.Parameter::name).toList()) {
      for (String value : INJECTIONS) {
        HttpResponse<String> answer = team.get(admin, "incidents?" + filter + "=" + encoded(value));
        assertThat(answer.statusCode())
            .as(filter + "=" + value + ": " + answer.body())
            .isIn(200, 400);
        if (answer.statusCode() == 200 && !filter.equals("q")) {
          assertThat(json(answer).path("items").size()).as(filter + "=" + value).isZero();
        }
      }
    }
    assertThat(json(team.get(admin, "incidents")).path("items").size()).isEqualTo(1);
  }

  @Test
  void thereIsNoSortThatCouldBeInjected() {
    assertThat(
            team.get(admin, "incidents?sort=" + encoded("id; DROP TABLE incidents")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void cursorsAndNumbersAreNotTrusted() {
    for (String value : INJECTIONS) {
      String forged = Base64.getUrlEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
      assertThat(team.get(admin, "incidents?cursor=" + forged).statusCode()).isIn(200, 400);
      for (String path :
          List.of(
              "incidents?cursor=",
              "incidents?limit=",
              "articles?cursor=",
              "changes?since=",
              "audit?before=",
              "jobs?before=")) {
        assertThat(team.get(admin, path + encoded(value)).statusCode())
            .as(path + value)
            .isIn(200, 400);
      }
    }
    assertThat(team.get(admin, "incidents?limit=501").statusCode()).isEqualTo(400);
    assertThat(team.get(admin, "incidents?limit=-1").statusCode()).isEqualTo(400);
  }

  @Test
  void idsInPathsAreIdsAndNoPaths() {
    for (String id :
        List.of(
            "..%2F..%2Fetc%2Fpasswd", "%2e%2e%2f", "..%5c..%5c", "%00", "a%0d%0aX-Evil:1", "'--")) {
      for (String path : List.of("incidents/", "articles/", "jobs/", "incidents.csv/")) {
        HttpResponse<String> answer = team.get(admin, path + id);
        assertThat(answer.statusCode()).as(path + id).isIn(400, 404);
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
      }
    }
    for (String file :
        List.of(
            "/assets/..%2f..%2fIsnadServer.class", "/assets/%2e%2e/app.js", "/assets/.%00.js")) {
      HttpResponse<String> answer =
          team.send(
              java.net.http.HttpRequest.newBuilder(java.net.URI.create(team.address() + file)));
      assertThat(answer.statusCode()).as(file).isIn(400, 404);
    }
  }

  @Test
  void aStrangerCannotTellWhatIsThere() {
    String known = json(team.get(admin, "incidents")).path("items").get(0).path("id").asString();
    for (String[] pair :
        List.of(
            new String[] {"incidents/" + known, "incidents/nosuch"},
            new String[] {"articles/one.txt", "articles/nosuch"},
            new String[] {"jobs/j000001", "jobs/j000009"})) {
      HttpResponse<String> there = team.send(team.request(pair[0]));
      HttpResponse<String> notThere = team.send(team.request(pair[1]));
      assertThat(there.statusCode()).isEqualTo(401);
      assertThat(notThere.statusCode()).isEqualTo(401);
      assertThat(there.body().length() - pair[0].length())
          .isEqualTo(notThere.body().length() - pair[1].length());
    }
  }

  @Test
  void aBodyTooLargeIsRefused() {
    HttpResponse<String> answer =
        team.post(admin, "merges", "{\"reason\":\"" + "x".repeat(1 << 20) + "\"}");
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aConnectionThatWillBeClosedIsSaidToBe() {
    for (int i = 0; i < 30; i++) {
      for (String path : List.of("/assets/.%00.js", "/api/v1/jobs/%00", "/api/v1/jobs/%zz")) {
        String head;
        try {
          head = team.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        assertThat(head).startsWith("HTTP/1.1 400").contains("Connection: close");
        assertThat(head).contains("application/problem+json", "Content-Security-Policy");
      }
      assertThat(
              team.send(
                      java.net.http.HttpRequest.newBuilder(
                          java.net.URI.create(team.address() + "/assets/.%00.js")))
                  .statusCode())
          .isEqualTo(400);
      assertThat(code(team.post(admin, "merges", "[1]"))).isEqualTo("bad-body");
    }
  }

  @Test
  void aRefusedBodyDoesNotCutTheNextRequest() {
    for (int i = 0; i < 10; i++) {
      assertThat(team.post("x=y", "merges", "x".repeat(3 << 20)).statusCode()).isEqualTo(401);
      assertThat(team.post(admin, "merges", "x".repeat(3 << 20)).statusCode()).isEqualTo(413);
      assertThat(code(team.post(admin, "merges", "[1]"))).isEqualTo("bad-body");
    }
  }

  @Test
  void nobodyWaitsForABodyThatIsRefused() throws IOException {
    for (String more :
        List.of("Content-Length: 9000000", "Content-Length: 10\r\nExpect: 100-continue")) {
      long start = System.nanoTime();
      String answer =
          team.raw("POST /api/v1/merges HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 401").contains("Connection: close");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
    assertThat(
            team.raw(
                "POST /api/v1/merges HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n"))
        .startsWith("HTTP/1.1 401")
        .contains("Connection: close");
  }

  @Test
  void aBodyNestedWithoutEndIsRefused() {
    assertThat(code(team.post(admin, "merges", "[".repeat(500_000)))).isEqualTo("bad-body");
    assertThat(code(team.post(admin, "merges", "{\"a\":".repeat(100_000)))).isEqualTo("bad-body");
    assertThat(code(team.post(admin, "merges", "[1]"))).isEqualTo("bad-body");
  }

  @Test
  void whatTheStackDoesNotHoldIsTheFaultOfTheBody() {
    Route deep =
        new Route(
            "POST",
            "/deep",
            Role.CODER,
            "Goes down without end.",
            List.of(),
            Route.Answer.json(""),
            request -> depth(0));
    Context nobody = null;
    assertThatThrownBy(() -> IsnadServer.handle(deep, nobody))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo("bad-body"));
  }

  private static int depth(int down) {
    return depth(down + 1) + 1;
  }

  @Test
  void whoGoesAwayInTheMiddleOfABodyIsNoFaultOfTheServer() throws Exception {
    List<String> said = new java.util.concurrent.CopyOnWriteArrayList<>();
    java.util.logging.Logger logger = java.util.logging.Logger.getLogger("org.isnad.server");
    java.util.logging.Handler ear =
        new java.util.logging.Handler() {
          @Override
          public void publish(java.util.logging.LogRecord line) {
            said.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(ear);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), team.port())) {
      String head =
          "POST /api/v1/merges HTTP/1.1\r\nHost: localhost\r\nX-Isnad-Request: 1\r\nCookie: "
              + admin
              + "\r\nContent-Length: 1000\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("Connection: close");
    } finally {
      logger.removeHandler(ear);
    }
    assertThat(said).isEmpty();
  }

  @Test
  void aFloodOfHeadersIsRefused() throws IOException {
    StringBuilder flood = new StringBuilder("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n");
    for (int i = 0; i < 600; i++) {
      flood.append("X-Flood-").append(i).append(": ").append("y".repeat(20)).append("\r\n");
    }
    String answer;
    try {
      answer = team.raw(flood.append("\r\n").toString());
    } catch (SocketException e) {
      answer = "HTTP/1.1 431, and the connection cut before it could be read";
    }
    assertThat(answer).startsWith("HTTP/1.1 431");
    assertThat(team.send(team.request("health")).statusCode()).isEqualTo(200);
  }

  @Test
  void brokenRequestsAreNoFaultOfTheServer() throws IOException {
    assertThat(team.raw("GET /api/v1/health HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 4");
    assertThat(
            team.raw(
                "GET /api/v1/health HTTP/1.1\r\n"
                    + "Host: localhost\r\n"
                    + "Host: evil.example\r\n"
                    + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 4");
    assertThat(
            team.raw(
                "POST /api/v1/session HTTP/1.1\r\n"
                    + "Host: localhost\r\n"
                    + "Content-Length: 3\r\n"
                    + "Transfer-Encoding: chunked\r\n"
                    + "Connection: close\r\n\r\n"
                    + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 4");
    assertThat(team.raw("\u0016\u0003\u0001\r\n\r\n")).startsWith("HTTP/1.1 4");
  }

  @Test
  void aForeignPageMayNotWriteAndMayNotRead() {
    for (String[] header :
        List.of(
            new String[] {"Origin", "https://evil.example"},
            new String[] {"Origin", "null"},
            new String[] {"Sec-Fetch-Site", "cross-site"},
            new String[] {"Sec-Fetch-Site", "same-site"})) {
      HttpResponse<String> answer = team.post(admin, "merges", "{}", header);
      assertThat(code(answer)).as(header[1]).isEqualTo("foreign-origin");
    }
    HttpResponse<String> preflight =
        team.send(
            team.request("merges")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void everyAnswerCarriesTheHeadersOfSafety() {
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (String path :
        List.of(
            "/",
            "/ar/incidents",
            "/en/x",
            "/assets/app.js",
            "/assets/nosuch.js",
            "/nosuch",
            "/.%00",
            "/api/v1/health",
            "/api/v1/incidents",
            "/api/v1/nosuch",
            "/api/v1/openapi.json")) {
      answers.add(
          team.send(
              java.net.http.HttpRequest.newBuilder(java.net.URI.create(team.address() + path))));
    }
    answers.add(team.get(admin, "incidents.csv"));
    answers.add(team.get(admin, "incidents?contry=IQ"));
    answers.add(team.get(admin, "jobs/j000001/events"));
    answers.add(team.send(team.request("health").DELETE()));
    for (HttpResponse<String> answer : answers) {
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy)
          .as(answer.uri().toString())
          .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
          .doesNotContain("unsafe", "*", "http:");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
      assertThat(answer.headers().firstValue("Server")).isEmpty();
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void whatOnlyAnEditorMayDoACoderMayNotUndo() {
    String id = json(team.get(admin, "incidents")).path("items").get(0).path("id").asString();
    String coder = team.signIn("coder");
    String accepted = decide(coder, id, "{\"kind\":\"accept\"}").body();
    assertThat(accepted).contains("\"by\":\"coder\"");
    assertThat(decide(coder, id, "{\"kind\":\"publish\"}").statusCode()).isEqualTo(403);
    String published = json(decide(admin, id, "{\"kind\":\"publish\"}")).path("id").asString();
    assertThat(published).isNotEmpty();
    String undo = "{\"kind\":\"undo\",\"decision\":\"" + published + "\"}";
    assertThat(decide(coder, id, undo).statusCode()).isEqualTo(403);
    String undone = json(decide(admin, id, undo)).path("id").asString();
    assertThat(
            decide(coder, id, "{\"kind\":\"undo\",\"decision\":\"" + undone + "\"}").statusCode())
        .isEqualTo(403);
  }

  private static HttpResponse<String> decide(String cookie, String id, String body) {
    String tag = team.get(cookie, "incidents/" + id).headers().firstValue("ETag").orElseThrow();
    return team.post(cookie, "incidents/" + id + "/decisions", body, "If-Match", tag);
  }

  @Test
  void aNameThatTheServerDoesNotKnowIsNotAnswered() throws IOException {
    for (String host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "")) {
      assertThat(
              team.raw(
                  "GET /api/v1/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
          .as(host)
          .startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void anOpenServerKnowsItsNamesAndPlainAddresses() {
    ServerOptions open =
        new ServerOptions(
            "0.0.0.0", 0, java.util.Set.of("Isnad.example.org"), java.util.Set.of(), false);
    assertThat(open.answersTo("isnad.example.org")).isTrue();
    assertThat(open.answersTo("192.0.2.7")).isTrue();
    assertThat(open.answersTo("[2001:db8::1]")).isTrue();
    assertThat(open.answersTo("evil.example")).isFalse();
    assertThat(new ServerOptions("127.0.0.1", 0).answersTo("192.0.2.7")).isFalse();
  }

  @Test
  @Tag("slow")
  void aBodyThatComesByDropsIsCutOff() throws Exception {
    String token = team.accounts.addToken("coder", Role.CODER, "", Duration.ofDays(1)).secret();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), team.port())) {
      socket
          .getOutputStream()
          .write(
              ("POST /api/v1/imports?name=a.txt HTTP/1.1\r\n"
                      + "Host: localhost\r\n"
                      + "Authorization: Bearer "
                      + token
                      + "\r\nContent-Length: 100000\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      long start = System.nanoTime();
      boolean open = true;
      while (open && System.nanoTime() - start < Duration.ofMinutes(5).toNanos()) {
        try {
          socket.getOutputStream().write('x');
          socket.getOutputStream().flush();
          open = socket.getInputStream().available() == 0;
          Thread.sleep(500);
        } catch (IOException e) {
          open = false;
        }
      }
      assertThat(open).isFalse();
    }
    assertThat(team.send(team.request("health")).statusCode()).isEqualTo(200);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
