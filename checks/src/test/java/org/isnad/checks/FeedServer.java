package org.isnad.checks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A feed on loopback whose stories are the samples, and what was asked for. */
final class FeedServer implements AutoCloseable {

  private final HttpServer server;
  private final List<String> stories = new ArrayList<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  /** A server with so many stories; no more than there are samples, as no text may come twice. */
  FeedServer(int number) throws IOException {
    List<Path> samples = SampleArticles.samples();
    for (int n = 0; n < number; n++) {
      List<String> lines = Files.readAllLines(samples.get(n % samples.size()));
      stories.add(page(lines.getFirst(), n, lines.subList(1, lines.size())));
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private static String page(String title, int number, List<String> lines) {
    return "<html><head><title>%s</title><meta property='article:published_time' content='2026-03-%02dT08:00:00Z'></head><body><article><h1>%s</h1><p>%s</p></article></body></html>"
        .formatted(title, 1 + number % 28, title, String.join("</p><p>", lines));
  }

  /** The address of the feed. */
  String feed() {
    return url("rss");
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /** How often each story was asked for since it was forgotten. */
  Map<String, Integer> asked() {
    return asked;
  }

  /** Forgets all questions. */
  void forget() {
    asked.clear();
  }

  /** Forgets the questions for these addresses. */
  void forgetAll(Set<String> addresses) {
    addresses.forEach(asked::remove);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    boolean story = !path.isEmpty() && path.chars().allMatch(c -> c >= '0' && c <= '9');
    if (story) {
      asked.merge(url(path), 1, Integer::sum);
    }
    String text = story ? stories.get(Integer.parseInt(path)) : path.equals("rss") ? rss() : "";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(text.isEmpty() ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String rss() {
    StringBuilder items = new StringBuilder();
    for (int n = 0; n < stories.size(); n++) {
      items.append("<item><title>x</title><link>").append(url("" + n)).append("</link></item>");
    }
    return "<rss version=\"2.0\"><channel><title>t</title><link>http://x.example</link><description>d</description>"
        + items
        + "</channel></rss>";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
