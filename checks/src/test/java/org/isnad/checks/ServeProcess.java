package org.isnad.checks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code isnad serve} as a process of its own, and a client of it. */
final class ServeProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("serving at (http://localhost:\\d++)/");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServeProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Serves a workspace at a free port; ready when this returns. */
  static ServeProcess of(Path data) throws IOException, InterruptedException {
    Path out = Files.createTempFile("isnad-serve", ".out");
    Path said = Files.createTempFile("isnad-serve", ".err");
    Process process =
        Program.start(List.of(), out, said, "serve", "--port", "0", "--data", data.toString());
    try {
      while (process.isAlive()) {
        Matcher address = ADDRESS.matcher(Files.readString(out));
        if (address.find()) {
          return new ServeProcess(process, address.group(1));
        }
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
      throw new AssertionError("the server does not start: " + Files.readString(said));
    } finally {
      Files.delete(out);
      Files.delete(said);
    }
  }

  /** What is killed. */
  Process process() {
    return process;
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).POST(body);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + "/api/v1/" + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    client.shutdownNow();
  }
}
