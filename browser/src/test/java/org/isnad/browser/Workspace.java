package org.isnad.browser;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.arabic.ArabicKnowledge;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.Identities;
import org.isnad.server.IsnadServer;
import org.isnad.server.Routes;
import org.isnad.server.ServerOptions;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Identity;
import org.isnad.server.people.Role;
import org.isnad.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A store of invented articles behind the real server on a free port of this machine. Whoever sends
 * the cookie {@code who} is that editor; everybody else is {@code tester}.
 */
final class Workspace implements AutoCloseable {

  /** Somebody who may only read, in a workspace with accounts. */
  static final String READER = "reem";

  /** Somebody who manages accounts there. */
  static final String ADMIN = "idris";

  /** The password of both. */
  static final String PASSWORD = "nine slow rivers";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pipeline PIPELINE = new Pipeline(ArabicKnowledge.load());

  private final Path folder;
  private final Store store;
  private final JobRunner jobs;
  private final IsnadServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Workspace(Path folder, List<String> sets) throws IOException {
    this(folder, Store.create(folder.resolve("data")), folder.resolve("data"), sets);
  }

  private Workspace(Path folder, Store store, Path data, List<String> sets) throws IOException {
    this.folder = folder;
    this.store = store;
    Run run = new Run(PIPELINE, 2, Progress.SILENT, Clock.systemUTC());
    for (String set : sets) {
      Path texts = unpack(set);
      run.run(List.of(texts), texts.resolve("manifest.csv"), store);
    }
    org.isnad.server.Workspace workspace =
        org.isnad.server.Workspace.of(store, PIPELINE, data, Clock.systemUTC(), 2);
    this.jobs = JobRunner.of(workspace);
    this.server = serve(workspace);
  }

  /** The invented stories alone. */
  static Workspace stories() {
    return of("stories");
  }

  /** The invented stories and articles with hostile texts, names and outlets. */
  static Workspace hostile() {
    return of("stories", "hostile");
  }

  /** The invented stories, for those who have accounts. */
  static Workspace team() {
    Workspace workspace = stories();
    Accounts accounts = new Accounts(workspace.store, Clock.systemUTC());
    accounts.add(ADMIN, Role.ADMIN, PASSWORD);
    accounts.add(READER, Role.READER, PASSWORD);
    return workspace;
  }

  /** Without any article. */
  static Workspace empty() {
    return of();
  }

  /** A store that is there already; it stays when this is closed. */
  static Workspace over(Path data) throws IOException {
    Path own = Files.createTempDirectory("isnad-browser");
    return new Workspace(own, Store.open(data), data, List.of());
  }

  private static Workspace of(String... sets) {
    try {
      return new Workspace(Files.createTempDirectory("isnad-browser"), List.of(sets));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IsnadServer serve(org.isnad.server.Workspace workspace) {
    Accounts accounts = new Accounts(store, Clock.systemUTC());
    Routes routes = Routes.of(workspace, accounts, jobs);
    Identities signedIn = Identities.of(accounts, "tester");
    Identities people =
        request -> accounts.exist() ? signedIn.of(request) : Identity.local(who(request));
    return IsnadServer.start(routes, people, new ServerOptions(ServerOptions.LOOPBACK, 0));
  }

  private static String who(Context request) {
    String name = request.cookie("who");
    return name == null ? "tester" : name;
  }

  /** Publishing takes two persons from now on. */
  Workspace withTwoPersons() {
    store.set("two-person-publishing", "on");
    return this;
  }

  /** Sends a decision on an incident as it stands, and says its id. */
  String decide(String who, String incident, String body) {
    String version = get("incidents/" + incident).path("version").asString();
    return taken(
        post(
            who, "incidents/" + incident + "/decisions", body, "If-Match", "\"v" + version + "\""));
  }

  /** Sends a merge or a split, and says the id of the decision. */
  String regroup(String path, String body) {
    return taken(post("editor", path, body));
  }

  private static String taken(HttpResponse<String> answer) {
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).path("id").asString();
  }

  /** The start of every address, without a slash at its end. */
  String origin() {
    return "http://localhost:" + server.port();
  }

  /** The answer to a read of the API, such as {@code incidents?type=clash}. */
  JsonNode get(String path) {
    return JSON.readTree(send(request(path)).body());
  }

  /** The text of an answer of the API. */
  String text(String path) {
    return send(request(path)).body();
  }

  /** The bytes of an answer of the API. */
  byte[] bytes(String path) {
    try {
      return client.send(request(path).build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a write of the API as somebody, with headers in pairs. */
  HttpResponse<String> post(String who, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Cookie", "who=" + who)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The id of the only incident under these filters, or the first of them. */
  String incident(String filters) {
    JsonNode items = get("incidents?" + filters).path("items");
    if (items.isEmpty()) {
      throw new AssertionError("no incident under " + filters);
    }
    return items.get(0).path("id").asString();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin() + "/api/v1/" + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path unpack(String set) throws IOException {
    Path texts = Files.createDirectories(folder.resolve(set));
    byte[] manifest = resource(set + "/manifest.csv");
    Files.write(texts.resolve("manifest.csv"), manifest);
    for (String line : new String(manifest, StandardCharsets.UTF_8).lines().skip(1).toList()) {
      String name = line.substring(0, line.indexOf(','));
      Files.write(texts.resolve(name), resource(set + "/" + name));
    }
    return texts;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Workspace.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no such fixture: " + name);
      }
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
    jobs.close();
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
