package org.isnad.server;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route: who may, from which page, under which name of the server.
 *
 * <p>A server on loopback answers only to names of loopback, so that a hostile site whose name is
 * made to point here (DNS rebinding) reads nothing. A write from a page of another origin is
 * refused (Fetch metadata, and Origin where a browser does not send it).
 */
final class Guard {

  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Identities identities;
  private final boolean loopback;

  Guard(Identities identities, boolean loopback) {
    this.identities = identities;
    this.loopback = loopback;
  }

  /**
   * Lets the request through or refuses it.
   *
   * @throws ApiProblem 401 where nobody is signed in, 403 where the role does not suffice or the
   *     page is another's, 421 where the server is called by a wrong name
   */
  Identity admit(Context request, Route route) {
    if (loopback && !LOOPBACK_NAMES.contains(name(request.host()))) {
      throw refused(
          421, "wrong-host", "This server answers on this machine only.", "call it localhost");
    }
    if (route.writes() && isForeign(request)) {
      throw refused(
          403,
          "foreign-origin",
          "A page of another origin may not write.",
          "write from this server's own pages");
    }
    Identity asker = identities.of(request);
    if (!asker.role().may(route.role())) {
      boolean unknown = asker.equals(Identity.NOBODY);
      throw unknown
          ? refused(401, "sign-in", "You are not signed in.", "sign in, or send a token")
          : refused(
              403, "role", "Your role may not do this.", "it needs the role " + route.role().id());
    }
    return asker;
  }

  /**
   * Headers that every answer carries: nothing from elsewhere is loaded, run, framed or sniffed.
   */
  static void secure(Context request) {
    request.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
            + " connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    request.header("X-Content-Type-Options", "nosniff");
    request.header("Referrer-Policy", "no-referrer");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Permissions-Policy", "geolocation=(), camera=(), microphone=()");
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
