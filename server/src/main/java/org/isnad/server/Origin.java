package org.isnad.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a request comes from. Forwarding headers are believed only from the proxies that the server
 * was told of: anybody can write them.
 */
final class Origin {

  private static final int LONGEST = 64;

  private Origin() {}

  /**
   * The address of the asker: that of the connection, or behind a known proxy the last address in
   * {@code X-Forwarded-For} that is not a proxy itself. What stands before it the asker may have
   * written.
   */
  static String address(Context request, Set<String> proxies) {
    String address = request.ip();
    if (!proxies.contains(address)) {
      return address;
    }
    String forwarded = String.join(",", headers(request, "X-Forwarded-For"));
    String[] hops = forwarded.split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (hop.isEmpty()) {
        continue;
      }
      address = isAddress(hop) ? hop : "unknown";
      if (!proxies.contains(address)) {
        return address;
      }
    }
    return address;
  }

  /** Whether the asker came over https, as the options or a known proxy say. */
  static boolean isSecure(Context request, ServerOptions options) {
    if (options.secure() || request.scheme().equals("https")) {
      return true;
    }
    String scheme = request.header("X-Forwarded-Proto");
    return options.proxies().contains(request.ip())
        && scheme != null
        && scheme.strip().toLowerCase(Locale.ROOT).equals("https");
  }

  /** Whether it is written like an address; anything else does not get into logs. */
  private static boolean isAddress(String text) {
    return text.length() <= LONGEST
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':');
  }

  private static List<String> headers(Context request, String name) {
    return java.util.Collections.list(request.req().getHeaders(name));
  }
}
