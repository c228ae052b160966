package org.isnad.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.isnad.app.Progress;
import org.isnad.app.Run;
import org.isnad.core.pipeline.Pipeline;
import org.isnad.server.IsnadServer;
import org.isnad.server.Routes;
import org.isnad.server.ServerOptions;
import org.isnad.server.Workspace;
import org.isnad.server.job.JobRunner;
import org.isnad.server.people.Accounts;
import org.isnad.server.people.Identity;
import org.isnad.store.IncidentFilter;
import org.isnad.store.IncidentRecord;
import org.isnad.store.Store;

/**
 * The API over the samples, in this process, for a fuzzer: the first byte of an input chooses the
 * route, the others are the body or the query. Whoever asks may everything. Whatever comes, the
 * answer is no failure of the server.
 */
final class ApiFuzz {

  private static final List<String> BODIES =
      List.of(
          "POST incidents/ID/decisions",
          "POST merges",
          "POST splits",
          "POST separations",
          "POST users",
          "PATCH users/nour",
          "PUT users/nour/password",
          "POST users/nour/tokens",
          "POST session",
          "PUT session/password");

  private static final List<String> QUERIES =
      List.of(
          "incidents",
          "incidents.csv",
          "incidents.geojson",
          "aggregates",
          "reports",
          "claims",
          "articles",
          "changes",
          "duplicates",
          "charts/days",
          "charts/tolls",
          "charts/outlets",
          "jobs",
          "audit");

  /** What stands in a query as it is; all else is written as percent and number. */
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789=&.,:*-_~()!+";

  private static final int SERVER_FAILED = 500;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Store store;
  private final IsnadServer server;
  private final String incident;

  private ApiFuzz(Store store, IsnadServer server) {
    this.store = store;
    this.server = server;
    this.incident =
        store.incidents(IncidentFilter.STANDING, null, 1).stream()
            .map(IncidentRecord::id)
            .findFirst()
            .orElseThrow();
  }

  /** A server that lives as long as this process. */
  static ApiFuzz over(Pipeline pipeline) {
    try {
      Path folder = Files.createTempDirectory("isnad-fuzz-api");
      Store store = Store.create(folder);
      new Run(pipeline, 2, Progress.SILENT, Clock.systemUTC())
          .run(List.of(Repository.root().resolve("samples")), null, store);
      Accounts accounts = new Accounts(store, Clock.systemUTC());
      Workspace workspace = Workspace.of(store, pipeline, folder, Clock.systemUTC(), 1);
      IsnadServer server =
          IsnadServer.start(
              Routes.of(workspace, accounts, JobRunner.of(workspace)),
              request -> Identity.local("fuzzer"),
              new ServerOptions(ServerOptions.LOOPBACK, 0));
      return new ApiFuzz(store, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the bytes as the body of a write. */
  void body(byte[] bytes) {
    String[] route = chosen(BODIES, bytes).split(" ", 2);
    int version = store.incident(incident).orElseThrow().version();
    send(
        request(route[1].replace("ID", incident))
            .header("If-Match", "\"v" + version + "\"")
            .header("X-Isnad-Request", "1")
            .method(route[0], BodyPublishers.ofByteArray(rest(bytes))));
  }

  /** Sends the bytes as the query of a read. */
  void query(byte[] bytes) {
    StringBuilder path = new StringBuilder(chosen(QUERIES, bytes)).append('?');
    for (byte octet : rest(bytes)) {
      char letter = (char) (octet & 0xFF);
      path.append(
          PLAIN.indexOf(letter) >= 0
              ? String.valueOf(letter)
              : String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
    }
    send(request(path.toString()).GET());
  }

  private static String chosen(List<String> routes, byte[] bytes) {
    return routes.get(bytes.length == 0 ? 0 : (bytes[0] & 0xFF) % routes.size());
  }

  private static byte[] rest(byte[] bytes) {
    return bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.port() + "/api/v1/" + path));
  }

  private void send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= SERVER_FAILED) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
