package org.isnad.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.isnad.app.Watch;
import org.isnad.core.article.Article;
import org.isnad.core.pipeline.Problem;
import org.isnad.io.ArticleSink;
import org.isnad.io.Manifest;
import org.isnad.io.Sources;
import org.isnad.io.WebPages;
import org.isnad.io.fetch.AddressGuard;
import org.isnad.io.fetch.CaptureFile;
import org.isnad.io.fetch.FetchLimits;
import org.isnad.io.fetch.Fetcher;
import org.isnad.io.fetch.Pace;
import org.isnad.io.fetch.WatchState;
import org.isnad.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching a feed on a real server, over restarts. */
class WatchTest {

  private static final String STORY =
      "<html><h1>حريق في مستودع الريحانة رقم %s</h1><article><p>أعلن مجلس بلدة الريحانة أن حريقا"
          + " اندلع فجر اليوم في المستودع رقم %s قرب السوق القديم وأن فرق الإطفاء"
          + " أخمدته.</p></article></html>";

  @TempDir private Path folder;

  private HttpServer server;
  private final Map<String, Integer> statuses = new TreeMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private int entries = 2;
  private Instant now = Instant.parse("2024-03-10T09:00:00Z");

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    String tag = "\"" + entries + "\"";
    boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    int status =
        statuses.getOrDefault(
            path, path.equals("/robots.txt") ? 404 : path.equals("/rss") && known ? 304 : 200);
    exchange.getResponseHeaders().add("ETag", path.equals("/rss") ? tag : "\"x\"");
    exchange.getResponseHeaders().add("Retry-After", "600");
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    byte[] body =
        (path.equals("/rss") ? feed() : STORY.formatted(path, path))
            .getBytes(StandardCharsets.UTF_8);
    boolean empty = status == 304 || status >= 400;
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private String feed() {
    StringBuilder items = new StringBuilder();
    for (int i = 1; i <= entries; i++) {
      items.append("<item><title>x</title><link>").append(url("/" + i)).append("</link></item>");
    }
    return "<rss version=\"2.0\"><channel><title>t</title><link>http://x.example</link><description>d</description>"
        + items
        + "</channel></rss>";
  }

  private final Pace pace =
      new Pace() {
        @Override
        public Instant now() {
          return now;
        }

        @Override
        public void waitUntil(Instant time) {
          now = time.isAfter(now) ? time : now;
        }
      };

  /** One round of a fresh process. */
  private List<String> round() throws IOException {
    Fetcher fetcher =
        new Fetcher(
            new AddressGuard(Set.of("127.0.0.1")), FetchLimits.DEFAULT, Duration.ZERO, pace);
    WebPages pages = new WebPages(fetcher, new CaptureFile(folder.resolve("captures")), pace);
    List<String> said = new ArrayList<>();
    Watch watch =
        new Watch(fetcher, pages, WatchState.open(folder), Duration.ofMinutes(15), pace, said::add);
    try (Store store = Store.create(folder)) {
      watch.round(List.of(url("/rss")), store);
    }
    return said;
  }

  private List<Article> stored() {
    try (Store store = Store.open(folder)) {
      return store.articles();
    }
  }

  private void later(Duration duration) {
    now = now.plus(duration);
    asked.clear();
  }

  @Test
  void newArticlesAreFetchedOnceOverRestarts() throws IOException {
    assertThat(round().getFirst()).endsWith("2 new of 2");
    assertThat(stored()).hasSize(2);
    later(Duration.ofMinutes(5));
    round();
    assertThat(asked).as("not due yet").isEmpty();
    later(Duration.ofMinutes(15));
    assertThat(round()).containsExactly(url("/rss") + ": nothing new");
    later(Duration.ofMinutes(20));
    entries = 3;
    round();
    assertThat(asked).containsExactly("/robots.txt", "/rss", "/3");
    assertThat(stored()).hasSize(3);
    Article article = stored().getFirst();
    assertThat(Path.of(article.provenance().file())).exists();
    assertThat(article.provenance().captured()).isNotNull();
  }

  @Test
  void aHostThatAsksToWaitIsAskedAgainLaterForWhatIsMissing() throws IOException {
    statuses.put("/2", 429);
    round();
    assertThat(stored()).hasSize(1);
    statuses.clear();
    later(Duration.ofMinutes(20));
    round();
    assertThat(asked).containsExactly("/robots.txt", "/rss", "/2");
    assertThat(stored()).hasSize(2);
  }

  @Test
  void aFeedThatFailsIsAskedEverMoreSeldom() throws IOException {
    statuses.put("/rss", 500);
    round();
    later(Duration.ofMinutes(29));
    round();
    assertThat(asked).isEmpty();
    later(Duration.ofMinutes(2));
    round();
    assertThat(asked).contains("/rss");
    later(Duration.ofMinutes(59));
    round();
    assertThat(asked).isEmpty();
  }

  @Test
  void aLineThatAKilledProcessCutIsReadOver() throws IOException {
    round();
    Files.writeString(folder.resolve("watch-seen.txt"), "http://127.0", StandardOpenOption.APPEND);
    later(Duration.ofMinutes(20));
    entries = 3;
    round();
    assertThat(asked).containsExactly("/robots.txt", "/rss", "/3");
  }

  @Test
  void aClockThatWasWrongForSomeTimeStopsNoFeed() throws IOException {
    later(Duration.ofDays(4000));
    round();
    later(Duration.ofDays(-4000));
    entries = 3;
    round();
    assertThat(asked).as("due, whatever was noted").containsExactly("/robots.txt", "/rss", "/3");
    asked.clear();
    round();
    assertThat(asked).as("not due yet, by the right clock").isEmpty();
    later(Duration.ofMinutes(-10));
    round();
    assertThat(asked).as("a step back asks for nothing sooner").isEmpty();
    assertThat(stored()).hasSize(3);
  }

  @Test
  void aRecordThatAKilledProcessCutKeepsNoLaterOneFromBeingRead() throws IOException {
    round();
    Path captures = folder.resolve("captures/2024-03-10.warc.gz");
    byte[] whole = Files.readAllBytes(captures);
    Files.write(captures, Arrays.copyOf(whole, whole.length / 3), StandardOpenOption.APPEND);
    later(Duration.ofMinutes(20));
    entries = 3;
    round();
    List<String> read = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    new Sources(
            Manifest.NONE,
            new ArticleSink() {
              @Override
              public void article(Article article) {
                read.add(article.url());
              }

              @Override
              public void problem(Problem problem) {
                problems.add(problem);
              }
            })
        .read(List.of(captures));
    assertThat(problems).isEmpty();
    assertThat(read).containsExactly(url("/1"), url("/2"), url("/3"));
  }
}
