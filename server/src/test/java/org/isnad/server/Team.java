package org.isnad.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.isnad.app.IncidentSearch;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Role;
import org.isnad.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A server over a folder, with a clock that can be put forward, and a client of it. */
final class Team implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String PASSWORD = "seven quiet lamps";

  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());

  final Store store;
  final Accounts accounts;
  final Routes routes;
  final HandClock clock;
  private final JobRunner jobs;
  private final IsnadServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Team(Path folder, HandClock clock, Set<String> proxies) {
    this.clock = clock;
    this.store = Store.create(folder);
    this.accounts = new Accounts(store, clock);
    IncidentSearch search = new IncidentSearch(store, PIPELINE.knowledge(), folder);
    Workspace workspace =
        new Workspace(store, PIPELINE, search, folder, clock, 1, Duration.ofMillis(100));
    this.jobs = JobRunner.of(workspace);
    this.routes = Routes.of(workspace, accounts, jobs);
    this.server =
        IsnadServer.start(
            routes,
            Identities.of(accounts, "tester"),
            new ServerOptions(ServerOptions.LOOPBACK, 0, Set.of(), proxies, false));
  }

  /** A server over the folder, as it was left. */
  static Team over(Path folder) {
    return new Team(folder, new HandClock(), Set.of());
  }

  /** The same behind a proxy on this machine. */
  static Team behindProxy(Path folder) {
    return new Team(folder, new HandClock(), Set.of("127.0.0.1"));
  }

  /** Makes one account for every role, called as the role is. */
  Team withEveryRole() {
    for (Role role : Role.values()) {
      if (role != Role.ANYBODY) {
        accounts.add(role.id(), role, PASSWORD);
      }
    }
    return this;
  }

  /** What opens a session of this person. */
  String signIn(String name) {
    HttpResponse<String> answer = trySignIn(name, PASSWORD);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return cookie(answer);
  }

  HttpResponse<String> trySignIn(String name, String password, String... headers) {
    HttpRequest.Builder request =
        request("session")
            .header(Guard.OWN_PAGE, "1")
            .POST(
                BodyPublishers.ofString(
                    JSON.createObjectNode()
                        .put("name", name)
                        .put("password", password)
                        .toString()));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  static String cookie(HttpResponse<?> answer) {
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  /** A request to a path of the API. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + "/api/v1/" + path));
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  int port() {
    return server.port();
  }

  /** Reads as whoever the cookie is of. */
  HttpResponse<String> get(String cookie, String path) {
    return send(request(path).header("Cookie", cookie));
  }

  /** Writes as whoever the cookie is of, from a page of the server. */
  HttpResponse<String> post(String cookie, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Cookie", cookie)
            .header(Guard.OWN_PAGE, "1")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  static String code(HttpResponse<String> answer) {
    return json(answer).path("type").asString("").replace("/problems/", "");
  }

  /** The answer to bytes as they are. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Waits for the end of a job, and gives it. */
  JsonNode ended(String cookie, String id) {
    for (int i = 0; i < 6000; i++) {
      JsonNode job = json(get(cookie, "jobs/" + id));
      if (!Set.of("waiting", "running").contains(job.path("state").asString(""))) {
        return job;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new AssertionError("job " + id + " does not end");
  }

  @Override
  public void close() {
    client.close();
    server.close();
    jobs.close();
    store.close();
  }

  /** A clock that stands until it is put forward. */
  static final class HandClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
