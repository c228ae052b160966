package org.isnad.io.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isnad.core.pipeline.Problem.Code;
import org.isnad.io.fetch.AddressGuard.ForbiddenAddressException;
import org.isnad.io.fetch.HttpExchange.Reply;
import org.isnad.io.fetch.HttpExchange.TooMuchException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches addresses politely and carefully; see the package. One thread at a time: the pause
 * between two questions to a host is kept here.
 */
public final class Fetcher {

  /** By what name robots.txt knows this program. */
  static final String AGENT = "isnad";

  /** Where a server says to come back later without saying when. */
  private static final Duration LATER = Duration.ofMinutes(15);

  /** A server that asks for more is asked again after this. */
  private static final Duration LATEST = Duration.ofDays(1);

  private final AddressGuard guard;
  private final FetchLimits limits;
  private final Duration delay;
  private final Pace pace;
  private final HttpExchange exchange;
  private final Map<String, KnownRules> robots = new HashMap<>();
  private final Map<String, Instant> next = new HashMap<>();

  /**
   * A fetcher.
   *
   * @param delay pause between two questions to one host, at least
   */
  public Fetcher(AddressGuard guard, FetchLimits limits, Duration delay, Pace pace) {
    this.guard = guard;
    this.limits = limits;
    this.delay = delay;
    this.pace = pace;
    this.exchange = new HttpExchange(limits, AGENT + "/0.1 (reads news for research)");
  }

  /** Asks for an address. */
  public Answer fetch(String address) {
    return fetch(address, null, null);
  }

  /**
   * Asks for an address unless nothing changed.
   *
   * @param etag what the last answer gave, or null
   * @param lastModified what the last answer gave, or null
   */
  public Answer fetch(String address, @Nullable String etag, @Nullable String lastModified) {
    Map<String, String> fields = new TreeMap<>();
    if (etag != null) {
      fields.put("If-None-Match", etag);
    }
    if (lastModified != null) {
      fields.put("If-Modified-Since", lastModified);
    }
    try {
      return follow(URI.create(address.strip()), fields, true);
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(Code.FETCH, "no address: " + e.getMessage());
    }
  }

  /** Asks, and goes where redirects lead; every step is checked like the first. */
  private Answer follow(URI start, Map<String, String> fields, boolean heedRobots) {
    URI uri = start;
    for (int step = 0; step <= limits.redirects(); step++) {
      Answer refused = refusal(uri, heedRobots);
      if (refused != null) {
        return refused;
      }
      try {
        Reply reply = ask(uri, fields);
        Optional<String> location = reply.http().headers().first("Location");
        if (reply.status() / 100 != 3 || reply.status() == 304 || location.isEmpty()) {
          return answer(uri, reply);
        }
        uri = uri.resolve(location.get().strip());
      } catch (ForbiddenAddressException e) {
        return new Answer.Refused(Code.FORBIDDEN, String.valueOf(e.getMessage()));
      } catch (IOException | RuntimeException e) {
        return failure(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Answer.Refused(Code.FETCH, "interrupted");
      }
    }
    return new Answer.Refused(Code.FETCH, "more than " + limits.redirects() + " redirects");
  }

  private @Nullable Answer refusal(URI uri, boolean heedRobots) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
      return new Answer.Refused(Code.FORBIDDEN, "'" + uri + "' is no http or https address");
    }
    try {
      guard.resolve(uri.getHost());
    } catch (ForbiddenAddressException e) {
      return new Answer.Refused(Code.FORBIDDEN, String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      return failure(e);
    }
    return heedRobots ? forbidden(uri) : null;
  }

  private @Nullable Answer forbidden(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String whole = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    RobotsRules rules = rules(uri);
    if (rules == RobotsRules.ALL) {
      String reason = "robots.txt of " + uri.getHost() + " could not be had, which forbids all";
      return new Answer.Refused(Code.FETCH, reason);
    }
    return rules.allows(whole)
        ? null
        : new Answer.Refused(Code.FORBIDDEN, "robots.txt of " + uri.getHost() + " forbids it");
  }

  private Reply ask(URI uri, Map<String, String> fields)
      throws IOException, ForbiddenAddressException, InterruptedException {
    InetAddress address = guard.resolve(uri.getHost());
    String host = uri.getAuthority();
    Instant due = next.get(host);
    if (due != null) {
      Instant latest = pace.now().plus(pause(host));
      // A clock that was put back must not make the pause longer.
      pace.waitUntil(due.isAfter(latest) ? latest : due);
    }
    try {
      return exchange.ask(uri, address, fields);
    } finally {
      next.put(host, pace.now().plus(pause(host)));
    }
  }

  private Duration pause(String host) {
    KnownRules known = robots.get(host);
    double seconds = known == null ? 0 : known.rules().delaySeconds();
    Duration asked = Duration.ofMillis((long) (1000 * seconds));
    return asked.compareTo(delay) > 0 ? asked : delay;
  }

  /** What a host's file said, and until when that stands. */
  private record KnownRules(RobotsRules rules, Instant until) {}

  /** The rules of a host, asked once a day; none where it has no file, all where it fails. */
  private RobotsRules rules(URI uri) {
    String host = uri.getAuthority();
    KnownRules known = robots.get(host);
    if (known == null || !known.until().isAfter(pace.now())) {
      RobotsRules rules = asked(uri.resolve("/robots.txt"));
      Duration life = rules == RobotsRules.ALL ? LATER : LATEST;
      known = new KnownRules(rules, pace.now().plus(life));
      robots.put(host, known);
    }
    return known.rules();
  }

  private RobotsRules asked(URI file) {
    return switch (follow(file, Map.of(), false)) {
      case Answer.Page page -> RobotsRules.parse(start(page.bytes()), AGENT);
      case Answer.Later _ -> RobotsRules.ALL;
      case Answer.Refused refused ->
          refused.reason().startsWith("status 4") ? RobotsRules.NONE : RobotsRules.ALL;
      case Answer.NotModified _ -> RobotsRules.NONE;
    };
  }

  private static String start(byte[] bytes) {
    return new String(
        bytes, 0, Math.min(bytes.length, RobotsRules.LARGEST), StandardCharsets.UTF_8);
  }

  private Answer answer(URI uri, Reply reply) throws IOException {
    return switch (reply.status()) {
      case 200, 203 -> page(uri, reply);
      case 304 -> new Answer.NotModified();
      case 429, 503 -> later(uri, reply);
      default -> new Answer.Refused(Code.FETCH, "status " + reply.status());
    };
  }

  private Answer page(URI uri, Reply reply) throws IOException {
    int most = limits.bytes();
    byte[] bytes;
    try (InputStream body = reply.http().bodyDecoded().stream()) {
      bytes = body.readNBytes(most + 1);
    }
    long packed = Math.max(1, reply.raw().length);
    boolean bomb = bytes.length > FetchLimits.HARMLESS && bytes.length / packed > limits.ratio();
    if (bytes.length > most || bomb) {
      throw new TooMuchException("unpacks to more than the limits allow");
    }
    checkLength(reply);
    return new Answer.Page(
        uri,
        bytes,
        reply.http().contentType().parameters().get("charset"),
        reply.http().headers().first("ETag").orElse(null),
        reply.http().headers().first("Last-Modified").orElse(null),
        reply.raw());
  }

  /** A body that is shorter than the server said was cut on the way. */
  private static void checkLength(Reply reply) throws IOException {
    Optional<String> declared = reply.http().headers().first("Content-Length");
    boolean chunked = reply.http().headers().first("Transfer-Encoding").isPresent();
    if (declared.isEmpty() || chunked) {
      return;
    }
    int head = HttpHead.end(reply.raw());
    long body = reply.raw().length - head;
    try {
      if (body < Long.parseLong(declared.get().strip())) {
        throw new IOException("cut: " + body + " of " + declared.get() + " bytes came");
      }
    } catch (NumberFormatException e) {
      throw new IOException("a length that is no number: " + declared.get(), e);
    }
  }

  private Answer later(URI uri, Reply reply) {
    Instant now = pace.now();
    String value = reply.http().headers().first("Retry-After").orElse("").strip();
    Instant until = now.plus(LATER);
    try {
      until =
          !value.isEmpty() && Character.isDigit(value.charAt(0))
              ? now.plusSeconds(Long.parseLong(value))
              : value.isEmpty()
                  ? until
                  : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      until = now.plus(LATER);
    }
    Instant latest = now.plus(LATEST);
    return new Answer.Later(until.isAfter(latest) ? latest : until);
  }

  private static Answer failure(Exception e) {
    return switch (e) {
      case TooMuchException much -> new Answer.Refused(Code.TOO_LARGE, text(much));
      case UnknownHostException host ->
          new Answer.Refused(Code.FETCH, "no such host: " + text(host));
      case SocketTimeoutException slow -> new Answer.Refused(Code.FETCH, "too slow: " + text(slow));
      default -> new Answer.Refused(Code.FETCH, text(e));
    };
  }

  private static String text(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
