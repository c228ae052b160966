package org.isnad.server;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.isnad.server.people.Identity;
import org.isnad.server.people.Identity.Way;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route: who may, from which page, under which name of the server.
 *
 * <p>A server answers only to names it knows, so that a hostile site whose name is made to point
 * here (DNS rebinding) reads nothing. A write from a page of another origin is refused (Fetch
 * metadata, and Origin where a browser does not send it), and a write with a cookie needs a header
 * that only the server's own pages can set.
 */
final class Guard {

  /** A page of another origin cannot set it without being asked, and nobody is allowed to. */
  static final String OWN_PAGE = "X-Isnad-Request";

  /**
   * Headers that every answer carries: nothing from elsewhere is loaded, run, framed or sniffed.
   */
  static final Map<String, String> SAFETY =
      new TreeMap<>(
          Map.of(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
                  + " connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
              "X-Content-Type-Options",
              "nosniff",
              "X-Frame-Options",
              "DENY",
              "Referrer-Policy",
              "no-referrer",
              "Cross-Origin-Opener-Policy",
              "same-origin",
              "Cross-Origin-Resource-Policy",
              "same-origin",
              "Permissions-Policy",
              "geolocation=(), camera=(), microphone=()"));

  private final Identities identities;
  private final ServerOptions options;

  Guard(Identities identities, ServerOptions options) {
    this.identities = identities;
    this.options = options;
  }

  /**
   * Lets the request through or refuses it.
   *
   * @throws ApiProblem 401 where nobody is signed in, 403 where the role does not suffice or the
   *     page is another's, 421 where the server is called by a wrong name
   */
  Identity admit(Context request, Route route) {
    if (!options.answersTo(name(request.host()))) {
      throw refused(
          421,
          "wrong-host",
          "The server does not go by this name.",
          options.isLoopback() && options.names().isEmpty()
              ? "call it localhost"
              : "whoever runs it can add the name with --name");
    }
    if (route.writes() && isForeign(request)) {
      throw refused(
          403,
          "foreign-origin",
          "A page of another origin may not write.",
          "write from this server's own pages");
    }
    request.attribute("from", Origin.address(request, options.proxies()));
    Identity asker = identities.of(request);
    if (!asker.role().may(route.role())) {
      throw asker.way() == Way.NONE
          ? refused(401, "sign-in", "You are not signed in.", "sign in, or send a token")
          : refused(
              403, "role", "Your role may not do this.", "it needs the role " + route.role().id());
    }
    if (route.writes() && asker.way() == Way.SESSION) {
      requireOwnPage(request);
    }
    return asker;
  }

  /**
   * Refuses a write that may come from a page of another origin.
   *
   * @throws ApiProblem 403
   */
  static void requireOwnPage(Context request) {
    if (!"1".equals(request.header(OWN_PAGE))) {
      throw refused(
          403,
          "csrf",
          "The request does not show that one of the server's own pages sent it.",
          "send the header " + OWN_PAGE + ": 1");
    }
  }

  /** Who asks, after {@link #admit} let them through. */
  static Identity asker(Context request) {
    Identity asker = request.attribute("identity");
    return asker == null ? Identity.NOBODY : asker;
  }

  /** From which address, after {@link #admit}. */
  static String from(Context request) {
    String from = request.attribute("from");
    return from == null ? "" : from;
  }

  /** The start of the addresses by which the asker calls the server. */
  static String origin(Context request) {
    return (isSecure(request) ? "https" : "http") + "://" + request.host();
  }

  /** Whether the asker came over https. */
  static boolean isSecure(Context request) {
    return Boolean.TRUE.equals(request.<Boolean>attribute("secure"));
  }

  /** Puts the headers of safety on the answer. */
  void secure(Context request) {
    SAFETY.forEach(request::header);
    request.attribute("secure", Origin.isSecure(request, options));
    if (isSecure(request)) {
      request.header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static boolean isForeign(Context request) {
    String site = request.header("Sec-Fetch-Site");
    if (site != null) {
      return !List.of("same-origin", "none").contains(site);
    }
    String origin = request.header("Origin");
    return origin != null && !authority(origin).equals(request.host());
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The name before the port. */
  private static String name(@Nullable String host) {
    if (host == null) {
      return "";
    }
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }

  private static ApiProblem refused(int status, String code, String title, String detail) {
    return new ApiProblem(status, code, title, detail, List.of());
  }
}
