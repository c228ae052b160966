package org.isnad.io.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.isnad.core.pipeline.Problem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that misbehaves in every way, and what is told of it. */
class FetcherTest {

  private static final Instant NOW = Instant.parse("2024-03-10T09:00:00Z");

  /** More patient than a busy machine is slow; only where giving up is the point is it short. */
  private static final FetchLimits LIMITS =
      new FetchLimits(2 << 20, Duration.ofMinutes(2), Duration.ofMinutes(2), 5, 200);

  private static final FetchLimits SHORT =
      new FetchLimits(2 << 20, Duration.ofSeconds(4), Duration.ofSeconds(4), 5, 200);

  private Misbehaving server;
  private final List<Instant> waits = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = new Misbehaving();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private final Pace pace =
      new Pace() {
        @Override
        public Instant now() {
          return NOW;
        }

        @Override
        public void waitUntil(Instant time) {
          waits.add(time);
        }
      };

  private Fetcher fetcher(String... allowed) {
    return fetcher(LIMITS, allowed);
  }

  private Fetcher fetcher(FetchLimits limits, String... allowed) {
    return new Fetcher(new AddressGuard(Set.of(allowed)), limits, Duration.ofSeconds(2), pace);
  }

  private Answer fetch(String path) {
    return fetcher("127.0.0.1").fetch(server.url(path));
  }

  private Answer impatient(String path) {
    server.on("/robots.txt", Misbehaving.ok("", ""));
    return fetcher(SHORT, "127.0.0.1").fetch(server.url(path));
  }

  private static void refused(Answer answer, Code code, String reason) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            r -> {
              assertThat(r.code()).isEqualTo(code);
              assertThat(r.reason()).contains(reason);
            });
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static void packed(OutputStream out, byte[] body) throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
  }

  @Test
  void aPageComesWithItsEncodingAndMarksForTheNextQuestion() {
    server.on(
        "/a",
        Misbehaving.ok("ETag: \"7\"\r\nLast-Modified: Sat, 09 Mar 2024 00:00:00 GMT\r\n", "نص"));
    assertThat(fetch("/a"))
        .isInstanceOfSatisfying(
            Answer.Page.class,
            page -> {
              assertThat(new String(page.bytes(), StandardCharsets.UTF_8)).isEqualTo("نص");
              assertThat(page.charset()).isEqualTo("utf-8");
              assertThat(page.etag()).isEqualTo("\"7\"");
              assertThat(page.lastModified()).startsWith("Sat, 09 Mar");
            });
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() {
    server.on(
        "/a",
        (out, question) -> {
          boolean known = question.contains("If-None-Match: \"7\"");
          String answer = known ? "HTTP/1.1 304 Not Modified\r\n\r\n" : Misbehaving.ok("", "x");
          out.write(answer.getBytes(StandardCharsets.US_ASCII));
        });
    assertThat(fetcher("127.0.0.1").fetch(server.url("/a"), "\"7\"", null))
        .isInstanceOf(Answer.NotModified.class);
  }

  @Test
  void aSlowServerIsGivenUp() {
    server.on("/slow", (out, question) -> Thread.sleep(60_000));
    refused(impatient("/slow"), Code.FETCH, "too slow");
  }

  @Test
  void aServerThatDripsIsGivenUp() {
    server.on(
        "/drip",
        (out, question) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 600; i++) {
            out.write('x');
            out.flush();
            Thread.sleep(100);
          }
        });
    refused(impatient("/drip"), Code.FETCH, "too slow");
  }

  @Test
  void anEndlessBodyIsTooLarge() {
    server.on(
        "/endless",
        (out, question) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          byte[] chunk = new byte[1 << 16];
          while (true) {
            out.write(chunk);
          }
        });
    refused(fetch("/endless"), Code.TOO_LARGE, "more than");
  }

  @Test
  void endlessHeadersAreTooLarge() {
    server.on(
        "/headers",
        (out, question) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          byte[] line = ("X-A: " + "b".repeat(60_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
          while (true) {
            out.write(line);
          }
        });
    refused(fetch("/headers"), Code.TOO_LARGE, "more than");
  }

  @Test
  void redirectsInACircleEnd() {
    server.on("/r", "HTTP/1.1 302 Found\r\nLocation: /s\r\nContent-Length: 0\r\n\r\n");
    server.on("/s", "HTTP/1.1 301 Moved\r\nLocation: /r\r\nContent-Length: 0\r\n\r\n");
    refused(fetch("/r"), Code.FETCH, "more than 5 redirects");
  }

  @Test
  void aLengthThatIsTooLongMeansACutBody() {
    server.on(
        "/cut", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\nabc");
    refused(fetch("/cut"), Code.FETCH, "");
  }

  @Test
  void aLengthThatIsTooShortEndsTheBody() {
    server.on(
        "/short", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\nabcdef");
    assertThat(fetch("/short"))
        .isInstanceOfSatisfying(Answer.Page.class, p -> assertThat(p.bytes()).hasSize(3));
  }

  @Test
  void whatIsNoHttpIsAProblem() {
    server.on("/junk", "SSH-2.0-OpenSSH\r\n");
    refused(fetch("/junk"), Code.FETCH, "no HTTP answer");
  }

  @Test
  void aBombIsTooLarge() throws IOException {
    byte[] large = gzip(new byte[64 << 20]);
    server.on("/bomb", (out, question) -> packed(out, large));
    refused(fetch("/bomb"), Code.TOO_LARGE, "unpacks");
    server.on("/small-bomb", (out, question) -> packed(out, gzip(new byte[(2 << 20) - 5])));
    refused(fetch("/small-bomb"), Code.TOO_LARGE, "unpacks");
  }

  @Test
  void gzipThatIsBrokenIsAProblem() throws IOException {
    byte[] cut =
        java.util.Arrays.copyOf(gzip("نص طويل بعض الشيء".getBytes(StandardCharsets.UTF_8)), 20);
    server.on("/cut.gz", (out, question) -> packed(out, cut));
    refused(fetch("/cut.gz"), Code.FETCH, "");
    server.on(
        "/not.gz", (out, question) -> packed(out, "plain".getBytes(StandardCharsets.US_ASCII)));
    refused(fetch("/not.gz"), Code.FETCH, "");
  }

  @Test
  void aServerThatAsksToWaitIsHeeded() {
    server.on("/busy", "HTTP/1.1 429 Too Many\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n");
    assertThat(fetch("/busy")).isEqualTo(new Answer.Later(NOW.plusSeconds(90)));
    server.on(
        "/date",
        "HTTP/1.1 503 Off\r\n"
            + "Retry-After: Sun, 10 Mar 2024 10:00:00 GMT\r\n"
            + "Content-Length: 0\r\n\r\n");
    assertThat(fetch("/date")).isEqualTo(new Answer.Later(NOW.plusSeconds(3600)));
    server.on(
        "/odd",
        "HTTP/1.1 429 Too Many\r\nRetry-After: 99999999999999999999\r\nContent-Length: 0\r\n\r\n");
    assertThat(fetch("/odd")).isEqualTo(new Answer.Later(NOW.plusSeconds(900)));
  }

  @Test
  void robotsAreHeededAndAskedOnce() {
    server.on(
        "/robots.txt", Misbehaving.ok("", "User-agent: *\nDisallow: /private\nCrawl-delay: 7\n"));
    server.on("/a", Misbehaving.ok("", "x"));
    server.on("/private/b", Misbehaving.ok("", "x"));
    Fetcher fetcher = fetcher("127.0.0.1");
    refused(fetcher.fetch(server.url("/private/b")), Code.FORBIDDEN, "robots.txt");
    assertThat(fetcher.fetch(server.url("/a"))).isInstanceOf(Answer.Page.class);
    assertThat(fetcher.fetch(server.url("/a"))).isInstanceOf(Answer.Page.class);
    assertThat(server.asked()).containsExactly("/robots.txt", "/a", "/a");
    assertThat(waits).containsExactly(NOW.plusSeconds(2), NOW.plusSeconds(7));
  }

  @Test
  void robotsThatFailForbidEverything() {
    server.on("/robots.txt", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
    server.on("/a", Misbehaving.ok("", "x"));
    refused(fetch("/a"), Code.FETCH, "robots.txt");
    assertThat(server.asked()).containsExactly("/robots.txt");
  }

  @Test
  void redirectsFromPublicNamesToPrivateOnesAreRefused() {
    server.on(
        "/out",
        "HTTP/1.1 302 Found\r\nLocation: http://localhost:1/x\r\nContent-Length: 0\r\n\r\n");
    refused(fetch("/out"), Code.FORBIDDEN, "no public address");
    refused(fetcher().fetch(server.url("/out")), Code.FORBIDDEN, "no public address");
    server.on(
        "/file",
        "HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0\r\n\r\n");
    refused(fetch("/file"), Code.FORBIDDEN, "no http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "::127.0.0.1",
        "192.0.2.1"
      })
  void addressesThatAreNotPublicAreRefused(String address) throws IOException {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void publicAddressesMayBeAsked(String address) throws IOException {
    assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://a.example/x", "file:///etc/hostname", "nonsense", "http:///x", "http://"})
  void otherAddressesAreRefused(String address) {
    assertThat(fetcher().fetch(address)).isInstanceOf(Answer.Refused.class);
  }
}
